package org.engagementledger.query.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;

/**
 * How did hearings end? For the prosecution, coordinators and auditors; for strategy leads without
 * small numbers, and of all weeks that have ended. Anybody else is shown none.
 *
 * @param per of what there is one row each
 * @param today the day in London
 */
public record FindOutcomes(Actor reader, EvaluationFilter filter, RowPer per, LocalDate today)
        implements Question<FindOutcomes.Found>, Asked {

    /** All rows, in the order of their keys. */
    public record Found(List<OutcomeCount> rows) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        return new Access(
                reader,
                What.EVALUATION,
                null,
                terms(Table.OUTCOMES),
                Set.of(),
                answer.rows().size());
    }
}
