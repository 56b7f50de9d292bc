package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an engagement, in the order of a case's life.
 *
 * <p>Who may see what: a component that is {@link org.engagementledger.domain.casework.Disclosable}
 * says so itself; every other is shared between the two sides.
 */
public sealed interface EngagementEvent
        permits Submitted,
                Amended,
                InformationRequested,
                TriageEscalated,
                PartlyTriaged,
                Triaged,
                Resolved,
                WaitingListJoined,
                WaitingListLeft,
                SlotOffered,
                SlotOfferDeclined,
                SlotOfferExpired,
                SlotOfferWithdrawn,
                SlotBooked,
                SlotReleased,
                MeetingHeld,
                MeetingMissed,
                PleaOffered,
                PleaOfferWithdrawn,
                PleaIndicated,
                PleaRejected,
                PleaAgreed,
                HearingRelisted,
                RepresentationTransferred,
                Withdrawn,
                OutcomeRecorded,
                RecordedInError {

    EngagementId engagement();

    /** When it happened in the world; null if that is when it was recorded. */
    default @Nullable Instant occurredAt() {
        return null;
    }

    /** Why, as a stable code; null if the event has none. */
    default @Nullable String reason() {
        return null;
    }

    /** The id of what came into being by the event, such as P1; null if nothing did. */
    default @Nullable String created() {
        return null;
    }

    /** What whoever asked should be told. */
    default List<Notice> notices() {
        return List.of();
    }
}
