package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.Terms;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Question;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the actions of the plan since a day, the earliest first? Whoever may not
 * know is shown nothing.
 *
 * @param plan the plan's name
 * @param since the first day in London
 * @param action the one whose changes alone are wanted; null for all
 * @param after where the page before ended; null to begin
 * @param limit how many at most
 */
public record FindChanges(
        Actor reader,
        String plan,
        LocalDate since,
        @Nullable StrategyActionId action,
        @Nullable Cursor after,
        int limit)
        implements Question<FindChanges.Found> {

    /**
     * A page of them.
     *
     * @param next where it ended, if there are more
     * @param known whether the plan has the one action that was asked for, or all are
     */
    public record Found(List<ActionChange> changes, @Nullable Cursor next, boolean known) {
        public Found {
            changes = List.copyOf(changes);
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
                What.STRATEGY_CHANGES,
                action == null ? null : action.value(),
                Terms.NONE.and("since", since),
                answer.changes().stream()
                        .map(ActionChange::engagement)
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.toUnmodifiableSet()),
                answer.changes().size());
    }
}
