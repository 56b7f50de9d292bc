package org.engagementledger.domain.strategy;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.strategy.StrategyCommand.*;
import org.engagementledger.domain.surgery.JoinLink;
import org.jspecify.annotations.Nullable;

/**
 * An action of the plan. It keeps three things apart: when it is due, how far it is in somebody's
 * judgement, and whether it is completed.
 *
 * <p>The first argument of {@link #decide} is what is asked, then who asks and when.
 */
public sealed interface StrategyAction {

    /** Where an aim's title stands that is wrong. */
    String AIM_TITLE = "/aimTitle";

    /** No action of a plan was done before: a day that is earlier is a slip. */
    LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** How many characters an action's title may have: a plan as published has whole sentences. */
    int LONGEST_TITLE = 500;

    /** Before it was adopted. */
    static StrategyAction notAdopted() {
        return new NotAdopted();
    }

    /** The roles that may give such a command. */
    static Set<Role> roles(StrategyCommand command) {
        return switch (command) {
            case LinkEvidence c -> EnumSet.of(Role.STRATEGY_LEAD, Role.COORDINATOR);
            case Adopt c -> adopters();
            case Start c -> EnumSet.of(Role.STRATEGY_LEAD);
            case ReportProgress c -> EnumSet.of(Role.STRATEGY_LEAD);
            case Rebaseline c -> EnumSet.of(Role.STRATEGY_LEAD);
            case Complete c -> EnumSet.of(Role.STRATEGY_LEAD);
            case Reopen c -> EnumSet.of(Role.STRATEGY_LEAD);
            case DeclareEvidenceRule c -> EnumSet.of(Role.STRATEGY_LEAD);
            case EndEvidenceRule c -> EnumSet.of(Role.STRATEGY_LEAD);
        };
    }

    /** The roles that may adopt a plan. */
    static Set<Role> adopters() {
        return EnumSet.of(Role.STRATEGY_LEAD);
    }

    /** What the command comes to. */
    default Decision<StrategyEvent> decide(StrategyCommand command, Actor actor, Instant now) {
        if (!roles(command).contains(actor.role())) {
            return Decision.refused(Refusal.of(NOT_PERMITTED, "", Checks.words(actor.role())));
        }
        return decide(command, new Checks(actor), LondonTime.dateOf(now));
    }

    /** The same for whoever may ask it. */
    Decision<StrategyEvent> decide(StrategyCommand command, Checks checks, LocalDate today);

    /**
     * The action after the event.
     *
     * @param recordedOn the day in London on which that was recorded
     */
    StrategyAction evolve(StrategyEvent event, LocalDate recordedOn);

    /** How far an action has come. */
    enum Phase {
        NOT_STARTED,
        UNDER_WAY,
        COMPLETED
    }

    /**
     * A rule by which engagements count as evidence of the action.
     *
     * @param last the last day on which what fits it counts if it is recorded; null while no end is
     *     in sight
     */
    record EvidenceRule(
            String id, EvidenceCriterion criterion, LocalDate from, @Nullable LocalDate last) {

        private boolean counts(EvidenceCriterion what, LocalDate day) {
            return criterion == what && (last == null || !last.isBefore(day));
        }
    }

    /** The plan has no such action. */
    record NotAdopted() implements StrategyAction {

        @Override
        public Decision<StrategyEvent> decide(
                StrategyCommand command, Checks checks, LocalDate today) {
            return command instanceof Adopt c
                    ? adopt(c, checks)
                    : Decision.refused(Refusal.of(ACTION_UNKNOWN, ""));
        }

        private static Decision<StrategyEvent> adopt(Adopt c, Checks checks) {
            checks.required(c.aimTitle(), AIM_TITLE)
                    .line(c.aimTitle(), AIM_TITLE)
                    .required(c.title(), "/title")
                    .line(c.title(), LONGEST_TITLE, "/title");
            StrategyActionId id = c.action();
            List<StrategyEvent> rules = new ArrayList<>();
            Set<EvidenceCriterion> criteria = EnumSet.noneOf(EvidenceCriterion.class);
            for (int i = 0; i < c.evidence().size(); i++) {
                String at = "/evidence/" + i;
                EvidenceCriterion criterion = c.evidence().get(i).criterion();
                LocalDate from = c.evidence().get(i).from();
                checks.required(criterion, at + "/criterion").required(from, at + "/from");
                if (criterion != null && from != null) {
                    checks.refuseIf(!criteria.add(criterion), NAMED_TWICE, at + "/criterion");
                    rules.add(new EvidenceRuleDeclared(id, numbered(i), criterion, from));
                }
            }
            String aimTitle = c.aimTitle();
            String title = c.title();
            if (aimTitle == null || title == null) {
                return checks.then(List::of);
            }
            Adopted adopted =
                    new Adopted(
                            id,
                            id.plan(),
                            id.number().aim(),
                            aimTitle,
                            title,
                            c.due(),
                            rules.size());
            return checks.then(() -> Stream.concat(Stream.of(adopted), rules.stream()).toList());
        }

        @Override
        public StrategyAction evolve(StrategyEvent event, LocalDate recordedOn) {
            return event instanceof Adopted e
                    ? new Standing(e, e.due(), Phase.NOT_STARTED, null, List.of())
                    : this;
        }
    }

    /** The id of the rule that so many come before. */
    private static String numbered(int rules) {
        return "R" + (rules + 1);
    }

    /**
     * The action is one of the plan.
     *
     * @param adopted as it was adopted
     * @param due the quarter by whose end it is to be done now; null if it has no date
     * @param reopenedOn the day in London on which it was last said that it isn't done after all;
     *     null if it never was
     * @param rules by which engagements count or counted, in the order in which they were declared
     */
    record Standing(
            Adopted adopted,
            @Nullable Quarter due,
            Phase phase,
            @Nullable LocalDate reopenedOn,
            List<EvidenceRule> rules)
            implements StrategyAction {

        /** As this ledger makes the ids of engagements. */
        private static final Pattern ENGAGEMENT =
                Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        public Standing {
            rules = List.copyOf(rules);
        }

        @Override
        public Decision<StrategyEvent> decide(
                StrategyCommand command, Checks checks, LocalDate today) {
            return switch (command) {
                case Adopt c -> adoptAgain(c, checks);
                case Start c -> start(checks);
                case ReportProgress c -> report(c, checks);
                case LinkEvidence c -> link(c, checks);
                case Rebaseline c -> rebaseline(c, checks);
                case Complete c -> complete(c, checks, today);
                case Reopen c -> reopen(c, checks);
                case DeclareEvidenceRule c -> declare(c, checks);
                case EndEvidenceRule c -> end(c, checks);
            };
        }

        private Decision<StrategyEvent> adoptAgain(Adopt c, Checks checks) {
            otherwise(!adopted.aimTitle().equals(c.aimTitle()), AIM_TITLE, checks);
            otherwise(!adopted.title().equals(c.title()), "/title", checks);
            otherwise(
                    !Optional.ofNullable(adopted.due()).equals(Optional.ofNullable(c.due())),
                    "/due",
                    checks);
            List<PlannedRule> before = adoptedRules(c.evidence().size());
            for (int i = 0; i < c.evidence().size(); i++) {
                otherwise(!before.contains(c.evidence().get(i)), "/evidence/" + i, checks);
            }
            otherwise(!c.evidence().containsAll(before), "/evidence", checks);
            return checks.then(List::of);
        }

        /**
         * The rules that it was adopted with, whatever has ended since.
         *
         * @param asked how many they may be if that wasn't kept
         */
        private List<PlannedRule> adoptedRules(int asked) {
            Integer kept = adopted.rules();
            return rules.stream()
                    .limit(kept == null ? asked : kept)
                    .map(rule -> new PlannedRule(rule.criterion(), rule.from()))
                    .toList();
        }

        private void otherwise(boolean differs, String field, Checks checks) {
            checks.refuseIf(differs, ADOPTED_OTHERWISE, field, adopted.action().number());
        }

        private Decision<StrategyEvent> start(Checks checks) {
            return checks.refuseIf(phase == Phase.UNDER_WAY, STARTED_ALREADY, "")
                    .refuseIf(phase == Phase.COMPLETED, ACTION_COMPLETED, "")
                    .then(() -> List.of(new Started(adopted.action())));
        }

        private Decision<StrategyEvent> report(ReportProgress c, Checks checks) {
            Integer percent = c.percent();
            ConfidenceGrade confidence = c.confidence();
            String reason = c.reason();
            underWay(checks)
                    .required(percent, "/percent")
                    .refuseIf(
                            percent != null && (percent < 0 || percent > 100),
                            PERCENT_OUT_OF_RANGE,
                            "/percent")
                    .required(confidence, "/confidence")
                    .required(reason, "/reason")
                    .text(reason, "/reason")
                    .text(c.note(), "/note");
            if (percent == null || confidence == null || reason == null) {
                return checks.then(List::of);
            }
            return checks.then(
                    () ->
                            List.of(
                                    new ProgressReported(
                                            adopted.action(),
                                            percent,
                                            confidence,
                                            reason,
                                            c.note())));
        }

        private Checks underWay(Checks checks) {
            return checks.refuseIf(phase == Phase.NOT_STARTED, NOT_STARTED, "")
                    .refuseIf(phase == Phase.COMPLETED, ACTION_COMPLETED, "");
        }

        private Decision<StrategyEvent> link(LinkEvidence c, Checks checks) {
            EngagementId engagement = c.engagement();
            String note = c.note();
            checks.refuseIf((engagement == null) == (c.document() == null), ONE_EVIDENCE, "")
                    .refuseIf(
                            engagement != null && !ENGAGEMENT.matcher(engagement.value()).matches(),
                            ENGAGEMENT_MALFORMED,
                            "/engagement")
                    .required(note, "/note")
                    .text(note, "/note");
            JoinLink.check(checks, c.document(), "/document");
            if (note == null) {
                return checks.then(List::of);
            }
            return checks.then(
                    () ->
                            List.of(
                                    new EvidenceLinked(
                                            adopted.action(), engagement, c.document(), note)));
        }

        private Decision<StrategyEvent> rebaseline(Rebaseline c, Checks checks) {
            Quarter from = due;
            Quarter to = c.to();
            String reason = c.reason();
            String decidedBy = c.decidedBy();
            checks.refuseIf(phase == Phase.COMPLETED, ACTION_COMPLETED, "")
                    .refuseIf(from == null, UNDATED_STAYS, "")
                    .required(to, "/to")
                    .refuseIf(to != null && !to.isInRange(), QUARTER_OUT_OF_RANGE, "/to")
                    .refuseIf(
                            to != null && to.equals(from), SAME_QUARTER, "/to", String.valueOf(to))
                    .required(reason, "/reason")
                    .text(reason, "/reason")
                    .required(decidedBy, "/decidedBy")
                    .line(decidedBy, "/decidedBy");
            if (from == null || to == null || reason == null || decidedBy == null) {
                return checks.then(List::of);
            }
            return checks.then(
                    () -> List.of(new Rebaselined(adopted.action(), from, to, reason, decidedBy)));
        }

        private Decision<StrategyEvent> complete(Complete c, Checks checks, LocalDate today) {
            LocalDate on = c.on();
            LocalDate first = reopenedOn == null ? EARLIEST : reopenedOn;
            underWay(checks)
                    .required(on, "/on")
                    .refuseIf(on != null && on.isAfter(today), OCCURRED_IN_FUTURE, "/on")
                    .refuseIf(on != null && on.isBefore(first), OCCURRED_TOO_EARLY, "/on", first)
                    .text(c.note(), "/note");
            return on == null
                    ? checks.then(List::of)
                    : checks.then(() -> List.of(new Completed(adopted.action(), on, c.note())));
        }

        private Decision<StrategyEvent> reopen(Reopen c, Checks checks) {
            String reason = c.reason();
            checks.refuseIf(phase != Phase.COMPLETED, NOT_COMPLETED, "")
                    .required(reason, "/reason")
                    .text(reason, "/reason");
            return reason == null
                    ? checks.then(List::of)
                    : checks.then(() -> List.of(new Reopened(adopted.action(), reason)));
        }

        private Decision<StrategyEvent> declare(DeclareEvidenceRule c, Checks checks) {
            EvidenceCriterion criterion = c.criterion();
            LocalDate from = c.from();
            checks.required(criterion, "/criterion").required(from, "/from");
            if (criterion == null || from == null) {
                return checks.then(List::of);
            }
            rules.stream()
                    .filter(rule -> rule.counts(criterion, from))
                    .forEach(
                            rule ->
                                    checks.refuse(
                                            Refusal.of(COUNTED_ALREADY, "/criterion", rule.id())));
            return checks.then(
                    () ->
                            List.of(
                                    new EvidenceRuleDeclared(
                                            adopted.action(),
                                            numbered(rules.size()),
                                            criterion,
                                            from)));
        }

        private Decision<StrategyEvent> end(EndEvidenceRule c, Checks checks) {
            LocalDate last = c.last();
            Optional<EvidenceRule> found =
                    rules.stream().filter(rule -> rule.id().equals(c.rule())).findFirst();
            if (found.isEmpty()) {
                return Decision.refused(Refusal.of(RULE_UNKNOWN, ""));
            }
            EvidenceRule rule = found.get();
            checks.refuseIf(
                            rule.last() != null,
                            RULE_ENDED_ALREADY,
                            "",
                            String.valueOf(rule.last()))
                    .required(last, "/last")
                    .refuseIf(
                            last != null && last.isBefore(rule.from()), LAST_BEFORE_FIRST, "/last");
            return last == null
                    ? checks.then(List::of)
                    : checks.then(
                            () -> List.of(new EvidenceRuleEnded(adopted.action(), c.rule(), last)));
        }

        @Override
        public StrategyAction evolve(StrategyEvent event, LocalDate recordedOn) {
            return switch (event) {
                case Adopted e -> this;
                case Started e -> in(Phase.UNDER_WAY, reopenedOn);
                case ProgressReported e -> this;
                case EvidenceLinked e -> this;
                case Rebaselined e -> new Standing(adopted, e.to(), phase, reopenedOn, rules);
                case Completed e -> in(Phase.COMPLETED, reopenedOn);
                case Reopened e -> in(Phase.UNDER_WAY, recordedOn);
                case EvidenceRuleDeclared e ->
                        by(
                                Stream.concat(
                                        rules.stream(),
                                        Stream.of(
                                                new EvidenceRule(
                                                        e.rule(), e.criterion(), e.from(), null))));
                case EvidenceRuleEnded e ->
                        by(
                                rules.stream()
                                        .map(
                                                rule ->
                                                        rule.id().equals(e.rule())
                                                                ? new EvidenceRule(
                                                                        rule.id(),
                                                                        rule.criterion(),
                                                                        rule.from(),
                                                                        e.last())
                                                                : rule));
            };
        }

        private Standing in(Phase next, @Nullable LocalDate lastReopenedOn) {
            return new Standing(adopted, due, next, lastReopenedOn, rules);
        }

        private Standing by(Stream<EvidenceRule> next) {
            return new Standing(adopted, due, phase, reopenedOn, next.toList());
        }
    }
}
