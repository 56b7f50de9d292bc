package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.Terms;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;

/**
 * How do the actions of the plan stand? Whoever may not know is shown none.
 *
 * @param plan the plan's name
 * @param asOf the day in London of which it is asked; it may lie ahead
 * @param today the day in London on which it is asked
 */
public record SeeProgress(Actor reader, String plan, LocalDate asOf, LocalDate today)
        implements Question<PlanProgress> {

    @Override
    public Class<PlanProgress> answerType() {
        return PlanProgress.class;
    }

    @Override
    public Access access(PlanProgress answer) {
        return new Access(
                reader,
                What.STRATEGY_PROGRESS,
                null,
                Terms.NONE.and("asOf", asOf),
                Set.of(),
                answer.actions().size());
    }
}
