package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.command.RecordInError;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * An event recorded in error counts no more; where another command puts things right, that one is
 * to be used.
 */
final class Correction {

    private Correction() {}

    static Decision<EngagementEvent> decide(CaseFile file, RecordInError c, Circumstances at) {
        EngagementEvent named = at.named();
        Checks checks = new Checks(at.actor());
        checks.refuseIf(named == null, EVENT_UNKNOWN, "/sequence", c.sequence());
        checks.refuseIf(
                file.corrected().contains(c.sequence()),
                ALREADY_CORRECTED,
                "/sequence",
                c.sequence());
        checks.refuseIf(!canBeTakenBack(file, named, c.sequence()), TOO_LONG_AGO, "/sequence");
        insteadOf(file, named, c.sequence())
                .ifPresent(advice -> checks.refuseIf(true, NOT_CORRECTABLE, "/sequence", advice));
        checks.refuseIf(c.reason() == null, REASON_REQUIRED, "/reason");
        checks.note(c.reason(), "/reason");
        return checks.then(() -> corrected(file, c, at));
    }

    /** The correction, and what doesn't go with what stands without the event. */
    private static List<EngagementEvent> corrected(
            CaseFile file, RecordInError c, Circumstances at) {
        List<EngagementEvent> events = new ArrayList<>();
        CaseFile after = file;
        Note why = People.known(c.reason());
        for (long sequence : struck(file, at.named(), c.sequence())) {
            after =
                    CaseFileEditing.after(
                            after, new RecordedInError(file.id(), sequence, why, null));
            Slot stranded = Hearings.stranded(after, after.hearingDate(), at);
            events.add(new RecordedInError(file.id(), sequence, why, stranded));
        }
        if (after.issues().discussable().isEmpty()) {
            events.replaceAll(Correction::withoutSlot);
            events.addAll(Booking.released(after, ReleaseReason.CORRECTED, at));
        }
        return events;
    }

    /** The event, and that everything was settled by it, if it was. */
    private static List<Long> struck(
            CaseFile file, @Nullable EngagementEvent named, long sequence) {
        boolean canSettleAll = named instanceof Triaged || named instanceof MeetingHeld;
        long next = sequence + 1;
        return canSettleAll && file.resolutions().tellsOf(next) && !file.corrected().contains(next)
                ? List.of(sequence, next)
                : List.of(sequence);
    }

    /** A slot that is given back is no longer stranded. */
    private static EngagementEvent withoutSlot(EngagementEvent event) {
        return event instanceof RecordedInError e
                ? new RecordedInError(e.engagement(), e.sequence(), e.why(), null)
                : event;
    }

    /**
     * Whether the file still knows what it would be if the event had never been. Very long cases
     * forget what lies far back.
     */
    private static boolean canBeTakenBack(
            CaseFile file, @Nullable EngagementEvent named, long sequence) {
        return switch (named) {
            case HearingRelisted e -> file.hearing().canStrike(sequence);
            case OutcomeRecorded e -> file.hearing().canStrike(sequence);
            case RepresentationTransferred e -> file.representation().canStrike(sequence);
            case Amended e ->
                    file.issues().canStrike(sequence)
                            && (e.information().isEmpty() || file.requests().canStrike(sequence));
            case InformationRequested e -> file.requests().canStrike(sequence);
            case PartlyTriaged e -> file.issues().canStrike(sequence);
            case Triaged e -> file.issues().canStrike(sequence);
            case Resolved e -> file.issues().canStrike(sequence);
            case MeetingHeld e -> file.issues().canStrike(sequence);
            case PleaOffered e -> file.pleas().canStrike(sequence);
            case PleaOfferWithdrawn e -> file.pleas().canStrike(sequence);
            case PleaIndicated e -> file.pleas().canStrike(sequence);
            case PleaRejected e -> file.pleas().canStrike(sequence);
            case PleaAgreed e -> file.pleas().canStrike(sequence);
            case null, default -> true;
        };
    }

    /** What to do instead, for an event that another command puts right. */
    private static Optional<String> insteadOf(
            CaseFile file, @Nullable EngagementEvent named, long sequence) {
        return switch (named) {
            case null -> Optional.empty();
            case Submitted e -> Optional.of("A submission can't be undone: withdraw the request.");
            case SlotBooked e -> Optional.of("A booking is moved or cancelled, not corrected.");
            case WaitingListJoined e ->
                    Optional.of("A place on the waiting list is left, not corrected.");
            case WaitingListLeft e ->
                    Optional.of("A place that was given up is taken anew, not restored.");
            case SlotOffered e ->
                    Optional.of("An offer is accepted, declined or left to end, not corrected.");
            case SlotOfferDeclined e -> offerIsOver();
            case SlotOfferExpired e -> offerIsOver();
            case SlotOfferWithdrawn e -> offerIsOver();
            case SlotReleased e ->
                    Optional.of("A slot that was given back is booked again, not restored.");
            case RecordedInError e ->
                    Optional.of("A correction can't be corrected: record the fact anew.");
            case TriageEscalated e ->
                    Optional.of("That triage took too long follows from the calendar.");
            case Amended e -> Optional.empty();
            case InformationRequested e -> Optional.empty();
            case PartlyTriaged e -> Optional.empty();
            case Triaged e -> Optional.empty();
            case Resolved e ->
                    file.issues().tellOf(sequence)
                            ? Optional.empty()
                            : Optional.of(
                                    "That all is settled follows from triage or the meeting:"
                                            + " correct that.");
            case MeetingHeld e -> Optional.empty();
            case MeetingMissed e -> Optional.empty();
            case PleaOffered e -> Optional.empty();
            case PleaOfferWithdrawn e -> Optional.empty();
            case PleaIndicated e -> Optional.empty();
            case PleaRejected e -> Optional.empty();
            case PleaAgreed e -> Optional.empty();
            case HearingRelisted e -> Optional.empty();
            case RepresentationTransferred e -> Optional.empty();
            case Withdrawn e -> Optional.empty();
            case OutcomeRecorded e -> Optional.empty();
        };
    }

    private static Optional<String> offerIsOver() {
        return Optional.of("An offer that is over isn't restored: wait for the next.");
    }
}
