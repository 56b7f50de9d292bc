package org.engagementledger.api.invitation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.TellOfSession;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.correspondence.SessionNews;
import org.engagementledger.domain.correspondence.SessionTold;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SessionMoved;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.SlotsUnblocked;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.schedule.SeeSessionChange.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells those who attend a session for the authorities what becomes of it, once each: unless the
 * invitations to its meetings, or their cancellations, tell them the same.
 */
@Component
class SessionPolicy implements Policy {

    private static final String NAME = "session-letters";

    private final Desk desk;
    private final Guests guests;
    private final InvitationProperties properties;
    private final Commands commands;

    SessionPolicy(Desk desk, Guests guests, InvitationProperties properties, Commands commands) {
        this.desk = desk;
        this.guests = guests;
        this.properties = properties;
        this.commands = commands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(
                SlotsBlocked.class, SlotsUnblocked.class, SessionMoved.class, SessionChanged.class);
    }

    @Override
    public void on(FeedEntry entry) {
        SurgeryEvent event = (SurgeryEvent) entry.event().payload();
        desk.change(event.surgery(), entry, NAME)
                .ifPresent(
                        change -> {
                            Change told = new Change(event.surgery(), change, entry);
                            switch (event) {
                                case SlotsBlocked e -> told.blocked();
                                case SlotsUnblocked e -> told.toAll(SessionNews.UNBLOCKED);
                                case SessionMoved e -> told.moved();
                                case SessionChanged e -> told.changed();
                                default ->
                                        throw new IllegalArgumentException(
                                                "Isn't followed: " + entry.position());
                            }
                        });
    }

    /** What became of a session by one event, and who is to know. */
    private final class Change {

        private final SurgeryId surgery;
        private final Moment before;
        private final Moment after;
        private final FeedEntry because;
        private final List<Recipient> former;

        private Change(SurgeryId surgery, Desk.Change change, FeedEntry because) {
            this.surgery = surgery;
            this.before = change.before();
            this.after = change.after();
            this.because = because;
            this.former = Guests.former(desk.letters(surgery.value(), NAME));
        }

        /** Whoever is told of the cancellation of each meeting in it knows all. */
        private void blocked() {
            List<Slot> newly =
                    after.blocked().stream()
                            .filter(slot -> !before.blocked().contains(slot))
                            .toList();
            if (!before.booked().containsAll(newly)) {
                toAll(SessionNews.BLOCKED);
            }
        }

        private void moved() {
            if (!invitationsTell()) {
                toAll(SessionNews.MOVED);
            }
        }

        private void changed() {
            if (invitationsTell()) {
                return;
            }
            List<Recipient> earlier = recipients(before.hosts(), former);
            List<Recipient> now =
                    recipients(
                            after.hosts(),
                            Stream.concat(former.stream(), earlier.stream()).toList());
            tell(SessionNews.NOT_EXPECTED, without(earlier, now));
            tell(SessionNews.EXPECTED, without(now, earlier));
            if (!Objects.equals(before.joinLink(), after.joinLink())
                    || !leads(earlier).equals(leads(now))) {
                tell(SessionNews.CHANGED, now.stream().filter(it -> isAmong(earlier, it)).toList());
            }
        }

        /** Whether somebody has a slot in it that is still to come: all are invited to that. */
        private boolean invitationsTell() {
            Instant at = because.event().recordedAt();
            return after.booked().stream().anyMatch(slot -> slot.start().isAfter(at));
        }

        private void toAll(SessionNews news) {
            tell(news, recipients(after.hosts(), former));
        }

        private void tell(SessionNews news, List<Recipient> recipients) {
            if (!recipients.isEmpty()) {
                commands.send(
                        new TellOfSession(
                                CorrespondenceId.of(surgery),
                                Desk.cause(because),
                                news,
                                told(),
                                properties.organiser(),
                                recipients),
                        OwnAccord.of(NAME, because.event()));
            }
        }

        private SessionTold told() {
            return new SessionTold(
                    surgery, after.start(), after.end(), after.joinLink(), lead(), after.blocked());
        }

        private @Nullable String lead() {
            return after.hosts().stream()
                    .filter(host -> host.role() == HostRole.LEAD)
                    .map(Host::login)
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .orElse(null);
        }
    }

    private List<Recipient> recipients(List<Host> hosts, List<Recipient> former) {
        return guests.recipients(hosts.stream().map(Guests.Guest::of).toList(), former);
    }

    private static Set<String> leads(List<Recipient> recipients) {
        return recipients.stream()
                .filter(it -> it.part() == Part.LEAD)
                .map(Recipient::id)
                .collect(Collectors.toSet());
    }

    private static List<Recipient> without(List<Recipient> these, List<Recipient> those) {
        return these.stream().filter(it -> !isAmong(those, it)).toList();
    }

    /** Also at another address. */
    private static boolean isAmong(List<Recipient> recipients, Recipient one) {
        return recipients.stream()
                .anyMatch(
                        it ->
                                it.id().equals(one.id())
                                        || (it.part() == one.part()
                                                && Optional.ofNullable(it.account())
                                                        .filter(a -> a.equals(one.account()))
                                                        .isPresent()));
    }
}
