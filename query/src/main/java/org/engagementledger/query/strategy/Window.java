package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.jspecify.annotations.Nullable;

/**
 * Which facts count by a rule as of a day, whatever the rule is called: those of a kind that were
 * recorded on some days.
 *
 * @param kind the fact's kind
 * @param detail its detail; null if any will do
 * @param first the first day that counts
 * @param last the last one
 */
record Window(String kind, @Nullable String detail, LocalDate first, LocalDate last) {

    /** Empty if the rule counts nothing as of that day. */
    static Optional<Window> of(ActionState.Rule rule, LocalDate asOf) {
        LocalDate last = rule.last() == null || rule.last().isAfter(asOf) ? asOf : rule.last();
        return rule.from().isAfter(last)
                ? Optional.empty()
                : Optional.of(of(rule.criterion(), rule.from(), last));
    }

    /** All that the rules count by as of that day. */
    static Set<Window> of(Collection<ActionState.Rule> rules, LocalDate asOf) {
        return rules.stream()
                .map(rule -> of(rule, asOf))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Window of(EvidenceCriterion criterion, LocalDate first, LocalDate last) {
        return switch (criterion) {
            case CHILD, MENTAL_HEALTH, NEURODIVERGENCE ->
                    new Window("NEED", criterion.name(), first, last);
            case LITIGANT_IN_PERSON -> new Window("REQUEST", "IN_PERSON", first, last);
            case DIVERSION -> new Window("ISSUE_RAISED", "OUT_OF_COURT_DISPOSAL", first, last);
            // Assumed of all surgeries, as the letter has it: they are held by link.
            case VIRTUAL_MEETING -> new Window("MEETING_HELD", null, first, last);
        };
    }
}
