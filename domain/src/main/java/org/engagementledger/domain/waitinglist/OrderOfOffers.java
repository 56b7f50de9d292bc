package org.engagementledger.domain.waitinglist;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.LondonTime;

/**
 * The written rule by which a free slot is offered to one of those who wait.
 *
 * <p>A case can use the slot if the slot begins before the case's deadline (so that what it comes
 * to can be prepared for the hearing) and on a day that suits, if this very slot wasn't offered to
 * it before and declined or left unanswered, and if nothing else is on offer to it. Of those who
 * can use it, it is the turn of
 *
 * <ol>
 *   <li>whoever had a slot that was taken from them, before all others;
 *   <li>then the earliest custody time limit; whoever has none comes after those who have one;
 *   <li>then the earliest hearing;
 *   <li>then whoever has waited longest;
 *   <li>then the order of the engagements' ids, so that there is always one answer.
 * </ol>
 *
 * <p>Nothing else counts: not who asks, nor which firm. A rule that is changed gets another {@link
 * #VERSION}, and the old one stays here for the offers that were decided by it.
 */
public final class OrderOfOffers {

    /** The version that decides now. */
    public static final int VERSION = 1;

    private static final Comparator<Candidate> ORDER =
            comparing((Candidate candidate) -> !candidate.priority())
                    .thenComparing(Candidate::custodyTimeLimit, nullsLast(naturalOrder()))
                    .thenComparing(Candidate::hearingDate)
                    .thenComparing(Candidate::joinedAt)
                    .thenComparing(candidate -> candidate.engagement().value());

    private OrderOfOffers() {}

    /** Why a case can't use a slot. */
    public enum Obstacle {
        /** The slot leaves too little time before the hearing. */
        TOO_LATE,
        /** Its day doesn't suit. */
        DAY_NOT_SUITABLE,
        /** It was offered before, and declined or left unanswered. */
        OFFERED_BEFORE,
        /** Another slot is on offer to the case. */
        HAS_AN_OFFER
    }

    /** Everybody, usable or not, in the order in which their turn comes. */
    public static List<Candidate> inOrder(List<Candidate> candidates) {
        return candidates.stream().sorted(ORDER).toList();
    }

    /**
     * Why the case can't use the slot; empty if it can.
     *
     * @param start when the slot begins
     */
    public static List<Obstacle> obstacles(Candidate candidate, Instant start) {
        List<Obstacle> obstacles = new ArrayList<>();
        LocalDate day = LondonTime.dateOf(start);
        if (!start.isBefore(candidate.deadline())) {
            obstacles.add(Obstacle.TOO_LATE);
        }
        if ((candidate.suitableFrom() != null && day.isBefore(candidate.suitableFrom()))
                || (candidate.suitableUntil() != null && day.isAfter(candidate.suitableUntil()))) {
            obstacles.add(Obstacle.DAY_NOT_SUITABLE);
        }
        if (candidate.hadThisOffer()) {
            obstacles.add(Obstacle.OFFERED_BEFORE);
        }
        if (candidate.hasOffer()) {
            obstacles.add(Obstacle.HAS_AN_OFFER);
        }
        return obstacles;
    }

    /**
     * Whose turn it is; empty if nobody can use the slot.
     *
     * @param start when the slot begins
     */
    public static Optional<Candidate> whoseTurn(List<Candidate> candidates, Instant start) {
        return inOrder(candidates).stream()
                .filter(candidate -> obstacles(candidate, start).isEmpty())
                .findFirst();
    }

    /**
     * Decides an offer again, on the facts that are stored with it and by the version of the rule
     * that it was decided by: whose turn it was.
     *
     * @throws IllegalArgumentException if there has never been such a version
     */
    public static Optional<Candidate> decideAgain(OfferDecided offer) {
        if (offer.rule() != VERSION) {
            throw new IllegalArgumentException("No such version of the rule: " + offer.rule());
        }
        return whoseTurn(offer.candidates(), offer.slot().start());
    }
}
