package org.engagementledger.query.evaluation;

import java.util.Optional;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.event.OutcomeRecorded;

/**
 * By what sort of plea a trial cracked. For each there are two codes: one says that it was first
 * offered on the trial's day, the other that the prosecution had rejected it before.
 */
enum CrackedBy {
    /** A guilty plea. */
    PLEA_TO_THE_CHARGE("A", "B"),
    /** A plea to an alternative charge. */
    PLEA_TO_ANOTHER_CHARGE("C", "D"),
    BIND_OVER("E", "F");

    private final String offeredThatDay;
    private final String rejectedBefore;

    CrackedBy(String offeredThatDay, String rejectedBefore) {
        this.offeredThatDay = offeredThatDay;
        this.rejectedBefore = rejectedBefore;
    }

    /** The sort that a plea is of; empty if no code speaks of it. */
    static Optional<CrackedBy> of(Plea plea) {
        return switch (plea) {
            case GUILTY, GUILTY_ON_A_BASIS -> Optional.of(PLEA_TO_THE_CHARGE);
            case GUILTY_TO_A_LESSER_OFFENCE, GUILTY_TO_AN_ALTERNATIVE_OFFENCE ->
                    Optional.of(PLEA_TO_ANOTHER_CHARGE);
            case BIND_OVER -> Optional.of(BIND_OVER);
            default -> Optional.empty();
        };
    }

    boolean saysOfferedThatDay(OutcomeRecorded outcome) {
        return says(outcome, offeredThatDay);
    }

    boolean saysRejectedBefore(OutcomeRecorded outcome) {
        return says(outcome, rejectedBefore);
    }

    private static boolean says(OutcomeRecorded outcome, String code) {
        return outcome.result() == ListingResult.CRACKED && code.equals(outcome.code());
    }
}
