package org.engagementledger.query.casehistory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event as a reader sees it.
 *
 * @param sequence its position in the engagement, from 0
 * @param eventId its own id
 * @param event what happened, such as {@code Submitted}
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
 * @param recordedInError whether a later event says that it was recorded in error
 * @param recordedInErrorBy that event's sequence number; null while this one counts
 * @param changes what it changed, before and after
 * @param facts what happened, without what the reader may not see. Personal values are sealed in
 *     the answer to the question, and in the clear over HTTP
 */
public record HistoryEntry(
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
        boolean recordedInError,
        @Nullable Long recordedInErrorBy,
        List<Change> changes,
        JsonNode facts) {

    public HistoryEntry {
        changes = List.copyOf(changes);
    }

    /** The same with other facts, such as the same in the clear. */
    public HistoryEntry with(JsonNode other) {
        return new HistoryEntry(
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
                recordedInError,
                recordedInErrorBy,
                changes,
                other);
    }
}
