package org.engagementledger.query.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case that waits for a slot, and when its turn comes.
 *
 * @param position in which order it is asked if it can use a slot: 1 is first
 * @param engagement its id
 * @param urn the case's unique reference number
 * @param firm the defence firm; null for a litigant in person
 * @param waitingSince since when it waits
 * @param priority whether a slot that it had was taken from it
 * @param custodyTimeLimit the earliest of its defendants in custody; null if there is none
 * @param hearingDate the day of the hearing that it prepares
 * @param deadline before which a slot must begin to be of use for the hearing
 * @param suitableFrom the first day on which a slot would do; null for any
 * @param suitableUntil the last such day; null for any
 * @param offer the slot that is kept for it; null if none is
 * @param lastSurgery that it may soon be too late for it; null if that hasn't been said
 */
public record WaitingPlace(
        int position,
        String engagement,
        @Nullable String urn,
        @Nullable String firm,
        Instant waitingSince,
        boolean priority,
        @Nullable LocalDate custodyTimeLimit,
        LocalDate hearingDate,
        Instant deadline,
        @Nullable LocalDate suitableFrom,
        @Nullable LocalDate suitableUntil,
        @Nullable OfferedSlot offer,
        @Nullable LastSurgery lastSurgery) {

    /**
     * A slot that is kept for whom it was offered to.
     *
     * @param surgery the surgery's id
     * @param start when it begins
     * @param london the start as people at the court say it
     * @param until when the offer ends
     */
    public record OfferedSlot(String surgery, Instant start, String london, Instant until) {}

    /**
     * The last surgery that could be of use; nothing in it if none is left.
     *
     * @param surgery the surgery's id
     * @param start when it begins
     */
    public record LastSurgery(@Nullable String surgery, @Nullable Instant start) {}
}
