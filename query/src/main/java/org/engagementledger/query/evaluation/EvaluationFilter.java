package org.engagementledger.query.evaluation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.ledger.access.Terms;
import org.engagementledger.query.suppression.SmallNumbers;
import org.jspecify.annotations.Nullable;

/**
 * What is evaluated; null takes all.
 *
 * @param court the court's OU code
 * @param stage the entry stage
 * @param from the first day in London on which something happened that counts
 * @param to the last
 */
public record EvaluationFilter(
        @Nullable String court,
        @Nullable Stage stage,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** All there is. */
    public static final EvaluationFilter NONE = new EvaluationFilter(null, null, null, null);

    /** The terms, and in which this selects. */
    Terms terms(Terms before) {
        return before.andCode("court", court).and("stage", stage).and("from", from).and("to", to);
    }

    /**
     * What this reader is told of. Whoever is kept from small numbers is told of everything up to
     * the last week that has ended, whatever they ask: by taking one answer from another they would
     * learn what both hide.
     *
     * @param today the day in London
     */
    EvaluationFilter openTo(Actor reader, LocalDate today) {
        return SmallNumbers.areHiddenFrom(reader)
                ? new EvaluationFilter(
                        null, null, null, today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY)))
                : this;
    }
}
