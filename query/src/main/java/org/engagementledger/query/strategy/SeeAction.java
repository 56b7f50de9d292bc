package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.Terms;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * How does this action stand, and how did it come to that?
 *
 * @param asOf the day in London of which it is asked; it may lie ahead
 * @param today the day in London on which it is asked
 */
public record SeeAction(Actor reader, StrategyActionId action, LocalDate asOf, LocalDate today)
        implements Question<SeeAction.Seen> {

    /**
     * The action.
     *
     * @param action null if there was no such action on that day, or the reader may not know
     */
    public record Seen(@Nullable ActionHistory action) {}

    @Override
    public Class<Seen> answerType() {
        return Seen.class;
    }

    @Override
    public Access access(Seen answer) {
        ActionHistory shown = answer.action();
        return new Access(
                reader,
                What.STRATEGY_ACTION,
                action.value(),
                Terms.NONE.and("asOf", asOf),
                shown == null
                        ? Set.of()
                        : shown.engagements().collect(Collectors.toUnmodifiableSet()),
                shown == null ? 0 : 1);
    }
}
