package org.engagementledger.api.invitation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.CalledOff;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.CallOff;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Invite;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.HearingRelisted;
import org.engagementledger.domain.engagement.event.OutcomeRecorded;
import org.engagementledger.domain.engagement.event.PartlyTriaged;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.engagement.event.RepresentationTransferred;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.engagement.event.Triaged;
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.engagementledger.query.schedule.Session;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * When a slot is booked, moved or given back, somebody else is to come, or what is to be discussed
 * or for which hearing changes, whoever is concerned is to know. What is written tells how things
 * stand when it is written, which may be later than the event.
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
                PartlyTriaged.class,
                Triaged.class,
                HearingRelisted.class,
                OutcomeRecorded.class,
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
            case SlotReleased e -> released(e, entry);
            case Amended e when e.requester() == null -> {}
            case OutcomeRecorded e when e.isFinal() -> {}
            case SessionChanged e -> {
                desk.await(entry, NAME);
                Session session = desk.session(e.surgery(), NAME);
                if (session != null) {
                    booked(session).forEach(engagement -> renew(engagement, entry));
                }
            }
            case EngagementEvent e -> renew(e.engagement(), entry);
            default -> throw new IllegalArgumentException("Isn't followed: " + entry.position());
        }
    }

    /** What becomes of a move is told when the new slot is booked, which is written with it. */
    private void released(SlotReleased released, FeedEntry entry) {
        EngagementId engagement = released.engagement();
        switch (released.why()) {
            case MOVED -> {}
            case SESSION_MOVED, SESSION_BLOCKED -> {
                JsonNode after = desk.engagementAfter(entry, NAME);
                if (after != null && !after.has("slot")) {
                    boolean waits = after.path("waiting").path("priority").asBoolean(false);
                    callOff(engagement, new CalledOff(released.why(), waits), entry);
                }
            }
            case CANCELLED, RESOLVED, WITHDRAWN, CASE_ENDED, CORRECTED ->
                    callOff(engagement, new CalledOff(released.why(), false), entry);
        }
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
        if (!booking && meeting.appointment().toDiscuss().isEmpty()) {
            // The slot was given back with that, and whoever is invited is told so.
            return;
        }
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

    private void callOff(EngagementId engagement, CalledOff calledOff, FeedEntry because) {
        List<WrittenLetter> letters = desk.letters(engagement.value(), NAME);
        if (!letters.isEmpty()) {
            send(
                    new CallOff(
                            CorrespondenceId.of(engagement),
                            engagement,
                            Desk.cause(because),
                            calledOff,
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
