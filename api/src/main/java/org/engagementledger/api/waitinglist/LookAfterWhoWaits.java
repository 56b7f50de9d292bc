package org.engagementledger.api.waitinglist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Recurrence;
import org.engagementledger.command.policy.RecurringTask;
import org.engagementledger.command.waitinglist.Offers;
import org.engagementledger.domain.engagement.command.EndWaiting;
import org.engagementledger.domain.engagement.command.ExpireOffer;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.query.waitinglist.Lookout;
import org.engagementledger.query.waitinglist.Lookout.Near;
import org.springframework.stereotype.Component;

/**
 * Looks every few minutes after everybody who waits, or has to do something yet: ends what should
 * have ended (offers whose time is up, and waiting when no slot could help any more), offers what
 * is free and was not offered (whatever was missed when it happened), and warns of whom it will
 * soon be too late for. However many there are, it asks four questions, and does what is to be done.
 */
@Component
class LookAfterWhoWaits implements RecurringTask {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Lookout lookout;
    private final Offers offers;
    private final Commands commands;
    private final Clock clock;

    LookAfterWhoWaits(Lookout lookout, Offers offers, Commands commands, Clock clock) {
        this.lookout = lookout;
        this.offers = offers;
        this.commands = commands;
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
        lookout.over(now)
                .forEach(
                        offer ->
                                commands.send(
                                        new ExpireOffer(
                                                offer.engagement(), offer.surgery(), offer.start()),
                                        own()));
        lookout.tooLate(now)
                .forEach(engagement -> commands.send(new EndWaiting(engagement), own()));
        lookout.sessionsToOffer(now).forEach(session -> offers.offerFreeSlots(session, own()));
        lookout.lastSurgeryNear(now).stream()
                .collect(
                        Collectors.groupingBy(
                                Near::court,
                                TreeMap::new,
                                Collectors.mapping(
                                        near ->
                                                new WarnOfLastSurgery.Near(
                                                        near.engagement(),
                                                        near.surgery(),
                                                        near.start(),
                                                        near.deadline()),
                                        Collectors.toList())))
                .forEach(
                        (court, cases) ->
                                commands.send(
                                        new WarnOfLastSurgery(WaitingListId.of(court), cases),
                                        own()));
    }

    private Provenance own() {
        return OwnAccord.of(name());
    }
}
