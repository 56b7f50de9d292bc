package org.engagementledger.api.waitinglist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Recurrence;
import org.engagementledger.command.policy.RecurringTask;
import org.engagementledger.command.waitinglist.Offers;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.command.EndWaiting;
import org.engagementledger.domain.engagement.command.ExpireOffer;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.query.waitinglist.Lookout;
import org.engagementledger.query.waitinglist.Lookout.ToCome;
import org.engagementledger.query.waitinglist.Lookout.Waits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks every few minutes after everybody who waits: ends what should have ended (offers whose time
 * is up, and waiting when no slot could help any more), offers what is free and was not offered
 * (whatever was missed when it happened), and warns of whom it will soon be too late for.
 */
@Component
class LookAfterWhoWaits implements RecurringTask {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Lookout lookout;
    private final Offers offers;
    private final Commands commands;
    private final Terms terms;
    private final Clock clock;

    LookAfterWhoWaits(Lookout lookout, Offers offers, Commands commands, Terms terms, Clock clock) {
        this.lookout = lookout;
        this.offers = offers;
        this.commands = commands;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "look-after-who-waits";
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.every(PAUSE);
    }

    @Override
    public boolean alsoAtStart() {
        return true;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        List<Waits> everybody = lookout.everybody();
        everybody.forEach(waiting -> expire(waiting, now));
        everybody.stream()
                .filter(waiting -> !now.isBefore(terms.deadline(waiting.hearing())))
                .forEach(waiting -> commands.send(new EndWaiting(waiting.engagement()), own()));
        Set<String> courts = everybody.stream().map(Waits::court).collect(Collectors.toSet());
        List<ToCome> sessions = lookout.sessions(courts, now);
        sessions.forEach(session -> offers.offerFreeSlots(session.surgery(), own()));
        Map<String, List<ToCome>> byCourt =
                sessions.stream().collect(Collectors.groupingBy(ToCome::court));
        everybody.stream()
                .filter(waiting -> now.isBefore(terms.deadline(waiting.hearing())))
                .forEach(
                        waiting ->
                                warn(
                                        waiting,
                                        byCourt.getOrDefault(waiting.court(), List.of()),
                                        now));
    }

    private void expire(Waits waiting, Instant now) {
        Slot slot = waiting.offered();
        Instant until = waiting.until();
        if (slot != null && until != null && !until.isAfter(now)) {
            commands.send(
                    new ExpireOffer(waiting.engagement(), slot.surgery(), slot.start()), own());
        }
    }

    private void warn(Waits waiting, List<ToCome> sessions, Instant now) {
        Instant deadline = terms.deadline(waiting.hearing());
        @Nullable ToCome last =
                sessions.stream()
                        .filter(session -> session.start().isBefore(deadline))
                        .reduce((one, later) -> later)
                        .orElse(null);
        boolean near =
                last == null
                        || !last.start().isAfter(now.plus(terms.waiting().lastSurgeryWarning()));
        boolean known =
                waiting.warned()
                        && Objects.equals(waiting.warnedOf(), last == null ? null : last.surgery());
        if (near && !known) {
            commands.send(
                    new WarnOfLastSurgery(
                            waiting.list(),
                            waiting.engagement(),
                            last == null ? null : last.surgery(),
                            last == null ? null : last.start()),
                    own());
        }
    }

    private Provenance own() {
        return OwnAccord.of(name());
    }
}
