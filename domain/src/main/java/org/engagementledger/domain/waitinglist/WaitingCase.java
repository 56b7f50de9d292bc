package org.engagementledger.domain.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for a slot, as far as it matters for whose turn it is. Nothing personal.
 *
 * @param court the court's OU code
 * @param joinedAt since when it waits
 * @param priority whether a slot that it had was taken from it
 * @param custodyTimeLimit the earliest of its defendants in custody; null if there is none
 * @param hearingDate the day of the hearing that it prepares
 * @param suitableFrom the first day, in London, on which a slot would do; null for any
 * @param suitableUntil the last such day; null for any
 * @param offered the slot that is on offer to it; null if none is
 */
public record WaitingCase(
        EngagementId engagement,
        String court,
        Instant joinedAt,
        boolean priority,
        @Nullable LocalDate custodyTimeLimit,
        LocalDate hearingDate,
        @Nullable LocalDate suitableFrom,
        @Nullable LocalDate suitableUntil,
        @Nullable Slot offered) {

    /** The list on which it waits. */
    public WaitingListId list() {
        return WaitingListId.of(court);
    }

    /** The same with this slot on offer. */
    public WaitingCase with(@Nullable Slot onOffer) {
        return new WaitingCase(
                engagement,
                court,
                joinedAt,
                priority,
                custodyTimeLimit,
                hearingDate,
                suitableFrom,
                suitableUntil,
                onOffer);
    }
}
