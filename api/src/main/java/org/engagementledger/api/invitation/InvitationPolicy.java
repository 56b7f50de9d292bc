package org.engagementledger.api.invitation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.CallOff;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Invite;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.engagementledger.query.schedule.Session;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * When a slot is booked, moved or given back, or somebody else is to come, whoever is concerned is
 * to know. What is written tells how things stand when it is written, which may be later than the
 * event.
 */
@Component
class InvitationPolicy implements Policy {

    static final String NAME = "invitations";

    private final Desk desk;
    private final Meeting.Planner planner;
    private final Guests guests;
    private final InvitationProperties properties;
    private final Commands commands;

    InvitationPolicy(
            Desk desk,
            Meeting.Planner planner,
            Guests guests,
            InvitationProperties properties,
            Commands commands) {
        this.desk = desk;
        this.planner = planner;
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
                SlotBooked.class,
                SlotReleased.class,
                RepresentationTransferred.class,
                Amended.class,
                RecordedInError.class,
                SessionChanged.class);
    }

    @Override
    public void on(FeedEntry entry) {
        switch (entry.event().payload()) {
            case SlotBooked e -> {
                desk.await(entry, NAME);
                invite(e.engagement(), e.slot(), true, entry);
            }
            case SlotReleased e -> {
                if (!isPartOfAMove(e, entry)) {
                    callOff(e.engagement(), entry);
                }
            }
            case Amended e when e.requester() == null -> {}
            case Amended e -> renew(e.engagement(), entry);
            case RepresentationTransferred e -> renew(e.engagement(), entry);
            case RecordedInError e -> renew(e.engagement(), entry);
            case SessionChanged e -> {
                desk.await(entry, NAME);
                Session session = desk.session(e.surgery(), NAME);
                if (session != null) {
                    booked(session).forEach(engagement -> renew(engagement, entry));
                }
            }
            default -> throw new IllegalArgumentException("Isn't followed: " + entry.position());
        }
    }

    /** What becomes of a move is told when the new slot is booked, which is written with it. */
    private boolean isPartOfAMove(SlotReleased released, FeedEntry entry) {
        return switch (released.why()) {
            case MOVED -> true;
            case SESSION_MOVED -> desk.hasASlotAfter(entry, NAME);
            case CANCELLED, RESOLVED, WITHDRAWN, CASE_ENDED, CORRECTED, SESSION_BLOCKED -> false;
        };
    }

    private static List<EngagementId> booked(Session session) {
        return session.slots().stream()
                .flatMap(slot -> Optional.ofNullable(slot.booking()).stream())
                .flatMap(booking -> Optional.ofNullable(booking.engagement()).stream())
                .map(EngagementId::new)
                .distinct()
                .toList();
    }

    /** What was last written of a meeting may no longer hold. */
    private void renew(EngagementId engagement, FeedEntry because) {
        List<WrittenLetter> letters = desk.letters(engagement.value(), NAME);
        lastInvited(letters)
                .ifPresent(
                        slot -> {
                            desk.await(because, NAME);
                            invite(engagement, slot, false, because);
                        });
    }

    private static Optional<Slot> lastInvited(List<WrittenLetter> letters) {
        return letters.stream()
                .filter(letter -> letter.method() == Method.REQUEST)
                .reduce((earlier, later) -> later)
                .map(WrittenLetter::appointment)
                .map(Appointment::slot);
    }

    private void invite(EngagementId engagement, Slot slot, boolean booking, FeedEntry because) {
        JsonNode read = desk.engagement(engagement.value(), NAME);
        if (read == null) {
            throw new IllegalStateException("What has a slot is an engagement");
        }
        Meeting meeting = planner.of(read, slot, desk.session(slot.surgery(), NAME));
        List<Recipient> former = Guests.former(desk.letters(engagement.value(), NAME));
        send(
                new Invite(
                        CorrespondenceId.of(engagement),
                        engagement,
                        Desk.cause(because),
                        booking,
                        meeting.appointment(),
                        properties.organiser(),
                        meeting.requester(),
                        guests.recipients(meeting.guests(), former),
                        former),
                because);
    }

    private void callOff(EngagementId engagement, FeedEntry because) {
        List<WrittenLetter> letters = desk.letters(engagement.value(), NAME);
        if (!letters.isEmpty()) {
            send(
                    new CallOff(
                            CorrespondenceId.of(engagement),
                            engagement,
                            Desk.cause(because),
                            Guests.former(letters)),
                    because);
        }
    }

    private void send(CorrespondenceCommand command, FeedEntry because) {
        OwnAccord.settled(
                commands.send(
                        command, OwnAccord.of(NAME, because, command.correspondence().value())));
    }
}
