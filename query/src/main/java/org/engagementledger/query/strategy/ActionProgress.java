package org.engagementledger.query.strategy;

import java.time.LocalDate;
import org.engagementledger.domain.strategy.Quarter;
import org.engagementledger.domain.strategy.Timeliness;
import org.jspecify.annotations.Nullable;

/**
 * How an action stands as of a day: whether it is in time, how far it has come and how confident
 * people are of it are three things, and none follows from another.
 *
 * @param id its id, which is its plan and its number
 * @param number its number, such as 1.1
 * @param version the sequence number of its last event by that day
 * @param aim the number of the aim that it serves
 * @param title what it is, in a few words
 * @param due the quarter of the financial year by whose end it is to be done, such as 2022-Q2; null
 *     if it is undated
 * @param dueOn that quarter's last day; that the plan means quarters of the financial year is
 *     assumed
 * @param originalDue the quarter that the plan was published with; null if it is undated
 * @param percent which share of it is done, as last reported
 * @param confidence how confident somebody was of it when they last judged; null if nobody has
 * @param startedOn when it was recorded that work on it had begun
 * @param completedOn when it was done; null if it isn't
 * @param evidence how much evidence of it there is
 */
public record ActionProgress(
        String id,
        String number,
        long version,
        int aim,
        String title,
        @Nullable String due,
        @Nullable LocalDate dueOn,
        @Nullable String originalDue,
        Timeliness timeliness,
        Completion completion,
        int percent,
        @Nullable Judgement confidence,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate completedOn,
        EvidenceCount evidence) {

    static ActionProgress of(ActionState state, LocalDate asOf, EvidenceCount evidence) {
        Quarter due = state.due();
        Quarter original = state.originalDue();
        return new ActionProgress(
                state.action().value(),
                state.number().value(),
                state.version(),
                state.number().aim(),
                state.title(),
                due == null ? null : due.value(),
                due == null ? null : due.last(),
                original == null ? null : original.value(),
                state.timeliness(asOf),
                state.completion(),
                state.share(),
                judgement(state, asOf),
                state.startedOn(),
                state.completedOn(),
                evidence);
    }

    private static @Nullable Judgement judgement(ActionState state, LocalDate asOf) {
        return state.confidence() == null || state.reason() == null
                ? null
                : new Judgement(
                        state.confidence().grade(),
                        state.confidence().judgedOn(),
                        state.reason(),
                        state.completedOn() == null && state.confidence().isStale(asOf));
    }
}
