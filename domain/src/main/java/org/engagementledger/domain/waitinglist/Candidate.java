package org.engagementledger.domain.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * A case that waited when a slot was to be offered, with every fact on which {@link OrderOfOffers}
 * decides. It is stored with the offer, so that anybody can decide it again.
 *
 * @param joinedAt since when it waited
 * @param priority whether a slot that it had was taken from it
 * @param custodyTimeLimit the earliest of its defendants in custody; null if there is none
 * @param hearingDate the day of the hearing that it prepares
 * @param deadline before which a slot must begin to be of use for the hearing
 * @param suitableFrom the first day, in London, on which a slot would do; null for any
 * @param suitableUntil the last such day; null for any
 * @param hasOffer whether another slot was on offer to it
 * @param hadThisOffer whether this very slot was offered to it before, while it waited. An offer
 *     that was withdrawn counts no longer; until the list had {@link OfferWithdrawn}, it did
 */
public record Candidate(
        EngagementId engagement,
        Instant joinedAt,
        boolean priority,
        @Nullable LocalDate custodyTimeLimit,
        LocalDate hearingDate,
        Instant deadline,
        @Nullable LocalDate suitableFrom,
        @Nullable LocalDate suitableUntil,
        boolean hasOffer,
        boolean hadThisOffer) {}
