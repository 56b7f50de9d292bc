package org.engagementledger.api.evaluation;

import java.time.LocalDate;
import org.engagementledger.api.problem.Misasked;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.evaluation.EvaluationFilter;
import org.engagementledger.query.suppression.SmallNumbers;
import org.springframework.stereotype.Component;

/** What is asked to be evaluated, and whether it can be. */
@Component
final class Filters {

    private static final int LATEST_YEAR = 9999;

    private final KnownCourts courts;

    Filters(KnownCourts courts) {
        this.courts = courts;
    }

    /**
     * The filter that was asked for.
     *
     * @throws Refused if the court is unknown
     * @throws Misasked if its days can't be, or if there is one for a reader who is kept from small
     *     numbers: they would learn them by taking one answer from another
     */
    EvaluationFilter of(Actor reader, Wanted wanted) {
        if (SmallNumbers.areHiddenFrom(reader) && wanted.isLessThanAll()) {
            throw Misasked.parameter(
                    "",
                    "FILTER_NOT_OPEN",
                    "Whoever may not see cases asks for tables as a whole, without a filter: by"
                            + " taking one from another, small numbers would be told.");
        }
        courts.check(wanted.court());
        LocalDate from = wanted.from();
        LocalDate to = wanted.to();
        if ((from != null && isOutOfRange(from)) || (to != null && isOutOfRange(to))) {
            throw Misasked.parameter(
                    "",
                    "PERIOD_OUT_OF_RANGE",
                    "Days are between the years 1 and " + LATEST_YEAR + ".");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Misasked.parameter(
                    "to", "PERIOD_OUT_OF_RANGE", "The last day isn't before the first.");
        }
        return new EvaluationFilter(wanted.court(), wanted.stage(), from, to);
    }

    private static boolean isOutOfRange(LocalDate day) {
        return day.getYear() < 1 || day.getYear() > LATEST_YEAR;
    }
}
