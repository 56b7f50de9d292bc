package org.engagementledger.query.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.waitinglist.OrderOfOffers.Obstacle;
import org.jspecify.annotations.Nullable;

/**
 * An offer of a slot, and all that it was decided on.
 *
 * @param sequence the waiting list's event by which it was decided
 * @param surgery the surgery's id
 * @param start when the slot begins
 * @param london the start as people at the court say it
 * @param engagement to whom it was offered
 * @param offeredAt when it was decided
 * @param until when the offer ended at the latest
 * @param rule which version of the order of offers decided
 * @param decidedAgain whose turn it is if it is decided again on these facts by that version; null
 *     if nobody's
 * @param agrees whether that is to whom it was offered
 * @param candidates everybody who waited, in the order in which their turn came
 */
public record DecidedOffer(
        long sequence,
        String surgery,
        Instant start,
        String london,
        String engagement,
        Instant offeredAt,
        Instant until,
        int rule,
        @Nullable String decidedAgain,
        boolean agrees,
        List<Considered> candidates) {

    public DecidedOffer {
        candidates = List.copyOf(candidates);
    }

    /**
     * A case that waited, with the facts as they were then.
     *
     * @param engagement its id
     * @param waitingSince since when it waited
     * @param priority whether a slot that it had was taken from it
     * @param custodyTimeLimit the earliest of its defendants in custody; null if there was none
     * @param hearingDate the day of the hearing that it prepared
     * @param deadline before which a slot must begin to be of use for the hearing
     * @param suitableFrom the first day on which a slot would do; null for any
     * @param suitableUntil the last such day; null for any
     * @param obstacles why it couldn't use the slot; none if it could
     */
    public record Considered(
            String engagement,
            Instant waitingSince,
            boolean priority,
            @Nullable LocalDate custodyTimeLimit,
            LocalDate hearingDate,
            Instant deadline,
            @Nullable LocalDate suitableFrom,
            @Nullable LocalDate suitableUntil,
            List<Obstacle> obstacles) {

        public Considered {
            obstacles = List.copyOf(obstacles);
        }
    }
}
