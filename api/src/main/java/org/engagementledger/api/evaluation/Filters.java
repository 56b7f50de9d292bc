package org.engagementledger.api.evaluation;

import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.read.Days;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.evaluation.EvaluationFilter;
import org.engagementledger.query.suppression.SmallNumbers;
import org.springframework.stereotype.Component;

/** What is asked to be evaluated, and whether it can be. */
@Component
final class Filters {

    private final KnownCourts courts;

    Filters(KnownCourts courts) {
        this.courts = courts;
    }

    /**
     * The filter that was asked for. Refuses a court that is unknown, and days that can't be; and
     * any filter of a reader who is kept from small numbers: they would learn them by taking one
     * answer from another.
     */
    EvaluationFilter of(Actor reader, Wanted wanted, Inquiry inquiry) {
        if (SmallNumbers.areHiddenFrom(reader) && wanted.isLessThanAll()) {
            inquiry.refuse(
                    "",
                    "FILTER_NOT_OPEN",
                    "Whoever may not see cases asks for tables as a whole, without a filter: by"
                            + " taking one from another, small numbers would be told.");
        }
        courts.check(wanted.court(), inquiry);
        Days.check(wanted.from(), wanted.to(), inquiry);
        return new EvaluationFilter(wanted.court(), wanted.stage(), wanted.from(), wanted.to());
    }
}
