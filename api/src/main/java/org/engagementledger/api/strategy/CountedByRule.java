package org.engagementledger.api.strategy;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.engagementledger.domain.strategy.EvidenceCriterion;
import org.engagementledger.query.strategy.ActionEvidence.CountedEngagement;

/**
 * A row of the engagements that are evidence of an action: one that counts, by one of the rules by
 * which it does.
 *
 * @param engagement its id
 * @param rule the rule's id within the action
 * @param criterion what the rule counts
 * @param sequence the sequence number of the engagement's first event by which it counts
 * @param eventId that event's own id
 * @param position its position in the feed of all events
 * @param day the day in London on which it was recorded
 */
record CountedByRule(
        String engagement,
        String rule,
        EvidenceCriterion criterion,
        long sequence,
        String eventId,
        long position,
        LocalDate day) {

    static Stream<CountedByRule> of(CountedEngagement counted) {
        return counted.because().stream()
                .map(
                        why ->
                                new CountedByRule(
                                        counted.engagement(),
                                        why.rule(),
                                        why.criterion(),
                                        why.sequence(),
                                        why.eventId(),
                                        why.position(),
                                        why.day()));
    }
}
