package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.strategy.ActionNumber;
import org.engagementledger.domain.strategy.Adopted;
import org.engagementledger.domain.strategy.Completed;
import org.engagementledger.domain.strategy.Confidence;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.domain.strategy.EvidenceLinked;
import org.engagementledger.domain.strategy.EvidenceRuleDeclared;
import org.engagementledger.domain.strategy.EvidenceRuleEnded;
import org.engagementledger.domain.strategy.ProgressReported;
import org.engagementledger.domain.strategy.Quarter;
import org.engagementledger.domain.strategy.Rebaselined;
import org.engagementledger.domain.strategy.Reopened;
import org.engagementledger.domain.strategy.Started;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.domain.strategy.Timeliness;
import org.engagementledger.domain.strategy.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What an action has come to after one of its events. Whether it is in time isn't here: that
 * depends on the day.
 *
 * @param version the sequence number of that event
 * @param day the day in London on which it was recorded, or one before it if that was later
 * @param originalDue when the plan has it done; null if it doesn't say
 * @param due when it is to be done now, likewise
 * @param startedOn the day on which it was recorded that somebody had begun; null if nobody has
 * @param percent which share is done, as last reported
 * @param confidence as last judged; null if it never was
 * @param reason why it was so judged
 * @param completedOn when it was done; null if it isn't
 * @param rules by which engagements count as its evidence, in the order in which they were declared
 */
record ActionState(
        StrategyActionId action,
        long version,
        LocalDate day,
        String aimTitle,
        String title,
        LocalDate adoptedOn,
        @Nullable Quarter originalDue,
        @Nullable Quarter due,
        @Nullable LocalDate startedOn,
        int percent,
        @Nullable Confidence confidence,
        @Nullable String reason,
        @Nullable LocalDate completedOn,
        List<Rule> rules) {

    private static final int ALL = 100;

    /**
     * A rule by which engagements count.
     *
     * @param from the first day that counts
     * @param last the last such day; null while no end is in sight
     */
    record Rule(String id, EvidenceCriterion criterion, LocalDate from, @Nullable LocalDate last) {}

    ActionState {
        rules = List.copyOf(rules);
    }

    ActionNumber number() {
        return action.number();
    }

    Completion completion() {
        if (completedOn != null) {
            return Completion.COMPLETED;
        }
        return startedOn == null ? Completion.NOT_STARTED : Completion.STARTED;
    }

    /** Which share is done: all of it once it is completed. */
    int share() {
        return completedOn == null ? percent : ALL;
    }

    /** Whether it is in time as of a day. */
    Timeliness timeliness(LocalDate asOf) {
        return Timeliness.of(Timing.of(due), completedOn, asOf);
    }

    /**
     * The action after the next event; empty if it doesn't begin with its adoption.
     *
     * @param recordedOn the day in London on which that was recorded
     */
    static Optional<ActionState> after(
            @Nullable ActionState before, StrategyEvent event, long version, LocalDate recordedOn) {
        if (event instanceof Adopted adopted) {
            return Optional.of(
                    new ActionState(
                            adopted.action(),
                            version,
                            recordedOn,
                            adopted.aimTitle(),
                            adopted.title(),
                            recordedOn,
                            adopted.due(),
                            adopted.due(),
                            null,
                            0,
                            null,
                            null,
                            null,
                            List.of()));
        }
        return Optional.ofNullable(before)
                .map(
                        it ->
                                it.next(
                                        event,
                                        version,
                                        recordedOn.isBefore(it.day()) ? it.day() : recordedOn));
    }

    private ActionState next(StrategyEvent event, long next, LocalDate on) {
        Draft draft = new Draft(this);
        switch (event) {
            case Adopted adopted -> throw new IllegalStateException(adopted.action().value());
            case Started started -> draft.startedOn = on;
            case ProgressReported e -> {
                draft.percent = e.percent();
                draft.confidence = new Confidence(e.confidence(), on);
                draft.reason = e.reason();
            }
            case Rebaselined e -> draft.due = e.to();
            case Completed e -> draft.completedOn = e.on();
            case Reopened reopened -> draft.completedOn = null;
            case EvidenceLinked linked -> {}
            case EvidenceRuleDeclared e ->
                    draft.rules =
                            Stream.concat(
                                            rules.stream(),
                                            Stream.of(
                                                    new Rule(
                                                            e.rule(),
                                                            e.criterion(),
                                                            e.from(),
                                                            null)))
                                    .toList();
            case EvidenceRuleEnded e ->
                    draft.rules =
                            rules.stream()
                                    .map(
                                            rule ->
                                                    rule.id().equals(e.rule())
                                                            ? new Rule(
                                                                    rule.id(),
                                                                    rule.criterion(),
                                                                    rule.from(),
                                                                    e.last())
                                                            : rule)
                                    .toList();
        }
        return draft.at(next, on);
    }

    /** The state that comes next, while it is made. */
    private static final class Draft {

        private final ActionState before;
        private @Nullable Quarter due;
        private @Nullable LocalDate startedOn;
        private int percent;
        private @Nullable Confidence confidence;
        private @Nullable String reason;
        private @Nullable LocalDate completedOn;
        private List<Rule> rules;

        Draft(ActionState before) {
            this.before = before;
            this.due = before.due;
            this.startedOn = before.startedOn;
            this.percent = before.percent;
            this.confidence = before.confidence;
            this.reason = before.reason;
            this.completedOn = before.completedOn;
            this.rules = before.rules;
        }

        ActionState at(long version, LocalDate day) {
            return new ActionState(
                    before.action,
                    version,
                    day,
                    before.aimTitle,
                    before.title,
                    before.adoptedOn,
                    before.originalDue,
                    due,
                    startedOn,
                    percent,
                    confidence,
                    reason,
                    completedOn,
                    rules);
        }
    }
}
