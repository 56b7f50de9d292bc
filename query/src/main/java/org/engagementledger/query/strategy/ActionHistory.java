package org.engagementledger.query.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.strategy.ConfidenceGrade;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.jspecify.annotations.Nullable;

/**
 * How an action stands as of a day, and how it came to that. Of each kind the latest hundred are
 * here; all of them are among the changes.
 *
 * @param asOf the day: what was recorded by its end in London counts
 * @param progress how it stands
 * @param aimTitle the aim that it serves, in a few words
 * @param adoptedOn since when it is one of the plan here
 * @param rebaselinings how it came to be due in another quarter, the earliest first
 * @param completions when it was said to be done, likewise
 * @param reopenings when it was said not to be done after all, likewise
 * @param judgements how confident people were of it, likewise
 * @param links what was named as evidence of it by hand, likewise; engagements as far as the reader
 *     may know which they are
 * @param linkedByOthers how many engagements others linked, of which the reader isn't told: at
 *     least so many, in whole steps; null if there are fewer than one, or none. 0 for whoever is
 *     told of all
 * @param rules by which engagements count as evidence of it
 */
public record ActionHistory(
        LocalDate asOf,
        ActionProgress progress,
        String aimTitle,
        LocalDate adoptedOn,
        List<Rebaselining> rebaselinings,
        List<PastCompletion> completions,
        List<Reopening> reopenings,
        List<PastJudgement> judgements,
        List<LinkedEvidence> links,
        @Nullable Long linkedByOthers,
        List<CountingRule> rules) {

    public ActionHistory {
        rebaselinings = List.copyOf(rebaselinings);
        completions = List.copyOf(completions);
        reopenings = List.copyOf(reopenings);
        judgements = List.copyOf(judgements);
        links = List.copyOf(links);
        rules = List.copyOf(rules);
    }

    /** The ids of the engagements that are named in it. */
    Stream<String> engagements() {
        return links.stream().map(LinkedEvidence::engagement).flatMap(Stream::ofNullable);
    }

    /**
     * It came to be due in another quarter.
     *
     * @param sequence the event's sequence number
     * @param day the day in London on which it was recorded
     * @param from the quarter in which it was due
     * @param to the quarter in which it was due from then on
     * @param reason why
     * @param decidedBy who decided it: an office or a board
     */
    public record Rebaselining(
            long sequence,
            LocalDate day,
            String from,
            String to,
            String reason,
            String decidedBy) {}

    /**
     * It was said to be done.
     *
     * @param sequence the event's sequence number
     * @param day the day in London on which it was recorded
     * @param on the day on which it was done, which may be long before that
     * @param note what else there was to say
     */
    public record PastCompletion(
            long sequence, LocalDate day, LocalDate on, @Nullable String note) {}

    /**
     * It was said not to be done after all.
     *
     * @param sequence the event's sequence number
     * @param day the day in London on which it was recorded
     * @param reason why
     */
    public record Reopening(long sequence, LocalDate day, String reason) {}

    /**
     * Somebody said how far it was and how confident they were.
     *
     * @param sequence the event's sequence number
     * @param day the day in London on which it was recorded
     * @param percent which share of it was done
     * @param reason why they judged so
     * @param note what else there was to say
     */
    public record PastJudgement(
            long sequence,
            LocalDate day,
            int percent,
            ConfidenceGrade grade,
            String reason,
            @Nullable String note) {}

    /**
     * Something was named as evidence.
     *
     * @param sequence the event's sequence number
     * @param day the day in London on which it was recorded
     * @param engagement the engagement, if it is one: as it was given, nobody has checked that
     *     there is one
     * @param document the document's address, if it is one
     * @param note what it is evidence of
     */
    public record LinkedEvidence(
            long sequence,
            LocalDate day,
            @Nullable String engagement,
            @Nullable String document,
            String note) {}

    /**
     * A rule by which engagements count.
     *
     * @param rule its id within the action, such as R1
     * @param criterion what an engagement has about it to count
     * @param from the first day in London on which that was recorded for it to count
     * @param last the last such day; null while no end is in sight
     */
    public record CountingRule(
            String rule, EvidenceCriterion criterion, LocalDate from, @Nullable LocalDate last) {

        static CountingRule of(ActionState.Rule rule) {
            return new CountingRule(rule.id(), rule.criterion(), rule.from(), rule.last());
        }
    }
}
