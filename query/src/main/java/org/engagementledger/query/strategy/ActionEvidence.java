package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.query.strategy.ActionHistory.CountingRule;
import org.engagementledger.query.strategy.ActionHistory.LinkedEvidence;
import org.jspecify.annotations.Nullable;

/**
 * What is evidence of an action as of a day. What was recorded in error isn't, on whatever day.
 *
 * @param action the action's id
 * @param version the sequence number of its last event by that day
 * @param asOf the day: what was recorded by its end in London counts
 * @param count how much there is
 * @param rules by which engagements count, and how many by each; one may count by several
 * @param engagements a page of those that count, in the order of their ids; none for whoever may
 *     not see cases
 * @param links what was named by hand, each engagement and each document as it was named last, the
 *     latest first and 500 at most; engagements as far as the reader may know which they are
 * @param linkedByOthers how many engagements others linked, of which the reader isn't told: at
 *     least so many, in whole steps; null if there are fewer than one, or none. 0 for whoever is
 *     told of all
 */
public record ActionEvidence(
        String action,
        long version,
        LocalDate asOf,
        EvidenceCount count,
        List<RuleCount> rules,
        List<CountedEngagement> engagements,
        List<LinkedEvidence> links,
        @Nullable Long linkedByOthers) {

    public ActionEvidence {
        rules = List.copyOf(rules);
        engagements = List.copyOf(engagements);
        links = List.copyOf(links);
    }

    /** The ids of the engagements that are named in it. */
    Set<String> named() {
        return Stream.concat(
                        engagements.stream().map(CountedEngagement::engagement),
                        links.stream().map(LinkedEvidence::engagement).flatMap(Stream::ofNullable))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How many engagements count by a rule.
     *
     * @param engagements how many, each once; for whoever may not see cases as of the last week
     *     that had ended by the day asked of, and at least so many, in the whole steps of the
     *     count. Null if they aren't told, since there are fewer than one, or none
     * @param suppressed whether that is so
     */
    public record RuleCount(CountingRule rule, @Nullable Long engagements, boolean suppressed) {}

    /**
     * An engagement that counts.
     *
     * @param engagement its id
     * @param because by which rules, and by which event first for each
     */
    public record CountedEngagement(String engagement, List<Because> because) {

        public CountedEngagement {
            because = List.copyOf(because);
        }
    }

    /**
     * Why an engagement counts.
     *
     * @param rule the rule's id within the action
     * @param sequence the sequence number of the engagement's first event by which it counts
     * @param eventId that event's own id
     * @param position its position in the feed of all events
     * @param day the day in London on which it was recorded
     */
    public record Because(
            String rule,
            EvidenceCriterion criterion,
            long sequence,
            String eventId,
            long position,
            LocalDate day) {}
}
