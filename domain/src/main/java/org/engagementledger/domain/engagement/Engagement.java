package org.engagementledger.domain.engagement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Allocate;
import org.engagementledger.domain.surgery.SurgeryCommand.EndReservation;
import org.engagementledger.domain.surgery.SurgeryCommand.Free;
import org.engagementledger.domain.surgery.SurgeryCommand.Reserve;
import org.engagementledger.domain.waitinglist.WaitingCase;

/**
 * An engagement between defence and prosecution on one case, in the state that its events have
 * brought it to.
 *
 * <p>{@link #decide} says what a command comes to, {@link #evolve} what an event makes of the
 * engagement. Both are pure: time, ids and whoever asks come in with the arguments, and nothing
 * else is looked at.
 */
public sealed interface Engagement {

    /** The events that follow from the command, or every reason why it is refused. */
    Decision<EngagementEvent> decide(EngagementCommand command, Circumstances at);

    /** The engagement after the event. */
    Engagement evolve(EngagementEvent event);

    /**
     * The claim that an open engagement holds: it is its firm's only one on this case at this
     * stage.
     */
    Optional<ClaimId> claim();

    /** The slot that the engagement has and has not used up. */
    Optional<Slot> booking();

    /**
     * What follows from the slot's having been blocked: nobody asks it of the engagement, and it
     * isn't refused. Nothing follows for an engagement that neither has this slot nor is offered
     * it.
     */
    default List<EngagementEvent> slotBlocked(Slot slot, Circumstances at) {
        return this instanceof Made made ? Booking.blocked(made.file(), slot, at) : List.of();
    }

    /**
     * What follows from the session's having been moved, likewise: the engagement has the slot at
     * the same distance from the new start, or none if that lies too late before its hearing. An
     * offer of the slot is withdrawn.
     *
     * @param from the slot as it was
     * @param to the slot as it is now
     */
    default List<EngagementEvent> slotMoved(Slot from, Slot to, Circumstances at) {
        return this instanceof Made made ? Booking.moved(made.file(), from, to, at) : List.of();
    }

    /** What the court's waiting list has to know while the engagement waits for a slot. */
    Optional<WaitingCase> waiting();

    /** The slot that is kept for the engagement. */
    Optional<CaseFile.Offer> offer();

    /**
     * What surgeries are asked if one state of an engagement follows the other, in the order of the
     * surgeries' ids.
     */
    static List<SurgeryCommand> forSurgeries(EngagementId id, Engagement before, Engagement after) {
        List<SurgeryCommand> asked = new ArrayList<>();
        Optional<Slot> booked = after.booking();
        if (!before.booking().equals(booked)) {
            before.booking()
                    .ifPresent(slot -> asked.add(new Free(slot.surgery(), slot.start(), id)));
            booked.ifPresent(slot -> asked.add(new Allocate(slot.surgery(), slot.start(), id)));
        }
        if (!before.offer().equals(after.offer())) {
            before.offer()
                    .map(CaseFile.Offer::slot)
                    .filter(slot -> !booked.equals(Optional.of(slot)))
                    .ifPresent(
                            slot ->
                                    asked.add(
                                            new EndReservation(slot.surgery(), slot.start(), id)));
            after.offer()
                    .ifPresent(
                            offer ->
                                    asked.add(
                                            new Reserve(
                                                    offer.slot().surgery(),
                                                    offer.slot().start(),
                                                    id,
                                                    offer.until())));
        }
        asked.sort(Comparator.comparing(command -> command.surgery().value()));
        return asked;
    }

    /** Before it is submitted. */
    static Engagement unsubmitted() {
        return new Unsubmitted();
    }

    /** The engagement that a case file describes. */
    static Made of(CaseFile file) {
        if (file.isClosed()) {
            return new Closed(file);
        }
        if (!file.issues().untriaged().isEmpty()) {
            return new InTriage(file);
        }
        if (file.issues().unsettled().isEmpty()) {
            return new Resolved(file);
        }
        return file.booking().isPresent() ? new Booked(file) : new PutForward(file);
    }

    /** Nothing has been submitted under this id. */
    record Unsubmitted() implements Engagement {

        @Override
        public Decision<EngagementEvent> decide(EngagementCommand command, Circumstances at) {
            Optional<Refusal> refusal = Permissions.refusal(command, at.actor());
            if (refusal.isPresent()) {
                return Decision.refused(refusal.get());
            }
            return command instanceof Submit c
                    ? Submission.decide(c, at)
                    : Decision.refused(Refusal.of(Rule.ENGAGEMENT_UNKNOWN, ""));
        }

        @Override
        public Engagement evolve(EngagementEvent event) {
            return event instanceof Submitted e ? of(CaseFileEditing.open(e)) : this;
        }

        @Override
        public Optional<ClaimId> claim() {
            return Optional.empty();
        }

        @Override
        public Optional<Slot> booking() {
            return Optional.empty();
        }

        @Override
        public Optional<WaitingCase> waiting() {
            return Optional.empty();
        }

        @Override
        public Optional<CaseFile.Offer> offer() {
            return Optional.empty();
        }
    }

    /** Submitted, at some time. */
    sealed interface Made extends Engagement {

        CaseFile file();

        @Override
        default Decision<EngagementEvent> decide(EngagementCommand command, Circumstances at) {
            Optional<Refusal> refusal =
                    Permissions.refusal(command, at.actor())
                            .or(() -> Permissions.refusal(command, at.actor(), file()));
            if (refusal.isPresent()) {
                return Decision.refused(refusal.get());
            }
            if (command instanceof RecordInError c) {
                return withWhatFollows(Correction.decide(file(), c, at), at);
            }
            return switch (this) {
                case Closed closed -> Decision.refused(Refusal.of(Rule.CLOSED, ""));
                case Open open -> withWhatFollows(open.decideOpen(command, at), at);
            };
        }

        /** Whoever waits for a slot may have no reason to any more. */
        private Decision<EngagementEvent> withWhatFollows(
                Decision<EngagementEvent> decision, Circumstances at) {
            if (!(decision instanceof Decision.Accepted<EngagementEvent>(var events))) {
                return decision;
            }
            CaseFile after = file();
            for (EngagementEvent event : events) {
                after = CaseFileEditing.after(after, event);
            }
            return new Decision.Accepted<>(
                    Stream.concat(events.stream(), Queueing.following(file(), after, at).stream())
                            .toList());
        }

        @Override
        default Engagement evolve(EngagementEvent event) {
            return of(CaseFileEditing.after(file(), event));
        }

        @Override
        default Optional<WaitingCase> waiting() {
            CaseFile.Waiting waiting = file().waiting();
            return waiting == null
                    ? Optional.empty()
                    : Optional.of(
                            new WaitingCase(
                                    file().id(),
                                    file().court(),
                                    waiting.since(),
                                    waiting.priority(),
                                    file().custody().timeLimit().orElse(null),
                                    file().hearingDate(),
                                    waiting.suitableFrom(),
                                    waiting.suitableUntil(),
                                    offer().map(CaseFile.Offer::slot).orElse(null)));
        }

        @Override
        default Optional<CaseFile.Offer> offer() {
            return Optional.ofNullable(file().waiting()).map(CaseFile.Waiting::offer);
        }
    }

    /** Takes commands. */
    sealed interface Open extends Made {

        private Decision<EngagementEvent> decideOpen(EngagementCommand command, Circumstances at) {
            CaseFile file = file();
            return switch (command) {
                case Submit c ->
                        Decision.refused(
                                Refusal.of(Rule.ALREADY_SUBMITTED, "")
                                        .with("engagement", List.of(file.id().value())));
                case Amend c -> Amendment.decide(file, c, at);
                case RequestInformation c -> Triaging.request(file, c, at);
                case EscalateTriage c -> Triaging.escalate(file, c, at);
                case Triage c -> Triaging.decide(file, c, at);
                case Resolve c -> Triaging.resolve(file, c, at);
                case BookSlot c -> Booking.book(file, c, at);
                case CancelBooking c -> Booking.cancel(file, c, at);
                case WaitingCommand c -> Queueing.decide(file, c, at);
                case HoldMeeting c -> Meetings.hold(file, c, at);
                case MissMeeting c -> Meetings.miss(file, c, at);
                case OfferPlea c -> Pleas.offer(file, c, at);
                case WithdrawPleaOffer c -> Pleas.withdraw(file, c, at);
                case IndicatePlea c -> Pleas.indicate(file, c, at);
                case RejectPlea c -> Pleas.reject(file, c, at);
                case AgreePlea c -> Pleas.agree(file, c, at);
                case RelistHearing c -> Hearings.relist(file, c, at);
                case RecordOutcome c -> Hearings.end(file, c, at);
                case TransferRepresentation c -> Representing.transfer(file, c, at);
                case Withdraw c -> Representing.withdraw(file, c, at);
                case RecordInError c -> Correction.decide(file, c, at);
            };
        }

        @Override
        default Optional<ClaimId> claim() {
            return file().firm().map(firm -> ClaimId.of(firm, file().urn(), file().stage()));
        }

        @Override
        default Optional<Slot> booking() {
            return file().booking();
        }
    }

    /** Some issue is without a finding. */
    record InTriage(CaseFile file) implements Open {}

    /** Something waits for a slot. */
    record PutForward(CaseFile file) implements Open {}

    /** Something is to be discussed in the slot that the engagement has. */
    record Booked(CaseFile file) implements Open {}

    /** Every issue is settled; pleas and the outcome may follow. */
    record Resolved(CaseFile file) implements Open {}

    /** Withdrawn, or ended by an outcome. */
    record Closed(CaseFile file) implements Made {

        @Override
        public Optional<ClaimId> claim() {
            return Optional.empty();
        }

        @Override
        public Optional<Slot> booking() {
            return file.booking();
        }
    }
}
