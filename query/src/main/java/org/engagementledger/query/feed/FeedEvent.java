package org.engagementledger.query.feed;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event of the feed as a reader sees it.
 *
 * @param position its place in the feed, from 1; a reader of the whole feed finds no gap
 * @param aggregateType of what kind the thing is that it happened to
 * @param aggregateId to what it happened; null for an operator if its id tells of a case
 * @param sequence its position among the events of the same aggregate, from 0
 * @param eventId its own id
 * @param event its logical name, such as {@code engagement.Submitted}
 * @param revision the revision in which it was written
 * @param occurredAt when it happened in the world
 * @param recordedAt when it was written
 * @param actor the login of whoever did it
 * @param role in which role
 * @param firm for which firm; null for everybody but the defence
 * @param channel by which door it came
 * @param reason why, as a stable code; null if there is none
 * @param correlationId the command at which the chain began
 * @param causationId the command that it follows from, or the event that the ledger acted on
 * @param facts what happened, without what the reader may not see; null for an operator. Personal
 *     values are sealed in the answer to the question, and in the clear over HTTP
 */
public record FeedEvent(
        long position,
        String aggregateType,
        @Nullable String aggregateId,
        long sequence,
        String eventId,
        String event,
        String revision,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        String role,
        @Nullable String firm,
        @Nullable String channel,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable JsonNode facts) {

    /** The engagements of which it tells something. */
    Set<String> engagements() {
        if (aggregateType.equals("engagement")) {
            return aggregateId == null ? Set.of() : Set.of(aggregateId);
        }
        if (facts == null) {
            return Set.of();
        }
        // Those of surgeries, claims and waiting lists name them, also those that move along.
        return Stream.concat(
                        facts.findValuesAsString("engagement").stream(),
                        facts.path("along").valueStream().map(JsonNode::asString))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same with other facts, such as the same in the clear. */
    public FeedEvent with(JsonNode other) {
        return new FeedEvent(
                position,
                aggregateType,
                aggregateId,
                sequence,
                eventId,
                event,
                revision,
                occurredAt,
                recordedAt,
                actor,
                role,
                firm,
                channel,
                reason,
                correlationId,
                causationId,
                other);
    }
}
