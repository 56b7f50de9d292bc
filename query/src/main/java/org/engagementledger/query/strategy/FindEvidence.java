package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.Terms;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * What is evidence of this action?
 *
 * @param asOf the day in London of which it is asked; it may lie ahead
 * @param today the day in London on which it is asked
 * @param after where the page of engagements before ended; null to begin
 * @param limit how many of them at most
 */
public record FindEvidence(
        Actor reader,
        StrategyActionId action,
        LocalDate asOf,
        LocalDate today,
        @Nullable Cursor after,
        int limit)
        implements Question<FindEvidence.Found> {

    /**
     * The evidence.
     *
     * @param evidence null if there was no such action on that day, or the reader may not know
     * @param next where the page of engagements ended, if there are more
     */
    public record Found(@Nullable ActionEvidence evidence, @Nullable Cursor next) {}

    @Override
    public Class<Found> answerType() {
        return Found.class;
    }

    @Override
    public Access access(Found answer) {
        ActionEvidence shown = answer.evidence();
        return new Access(
                reader,
                What.STRATEGY_EVIDENCE,
                action.value(),
                Terms.NONE.and("asOf", asOf),
                shown == null ? Set.of() : shown.named(),
                shown == null ? 0 : shown.engagements().size() + shown.links().size() + 1);
    }
}
