package org.engagementledger.api.evaluation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.read.Days;
import org.engagementledger.api.read.KnownCourts;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.query.evaluation.EvaluationFilter;
import org.engagementledger.query.suppression.SmallNumbers;
import org.jspecify.annotations.Nullable;
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
    EvaluationFilter of(
            Actor reader,
            @Nullable String court,
            @Nullable Stage stage,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Inquiry inquiry) {
        if (SmallNumbers.areHiddenFrom(reader)
                && Stream.of(court, stage, from, to).anyMatch(Objects::nonNull)) {
            inquiry.refuse(
                    "",
                    "FILTER_NOT_OPEN",
                    "Whoever may not see cases asks for tables as a whole, without a filter: by"
                            + " taking one from another, small numbers would be told.");
        }
        courts.check(court, inquiry);
        Days.check(from, to, inquiry);
        return new EvaluationFilter(court, stage, from, to);
    }
}
