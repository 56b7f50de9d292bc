package org.engagementledger.ledger.store;

import java.time.Instant;
import java.util.Map;

/**
 * One event of an aggregate, as it was written and as it is read today.
 *
 * @param sequence its position in the aggregate, from 0
 * @param eventId its own id
 * @param name the logical name under which it was written
 * @param revision the revision in which it was written
 * @param recordedAt when it was written, in milliseconds
 * @param metadata who, when and why: ids and codes
 * @param payload what happened, brought to the current revision; personal values are unopened
 */
public record StoredEvent(
        long sequence,
        String eventId,
        String name,
        String revision,
        Instant recordedAt,
        Map<String, String> metadata,
        Object payload) {

    public StoredEvent {
        metadata = Map.copyOf(metadata);
    }
}
