package org.engagementledger.command.bulk;

import java.time.Instant;
import java.util.Map;

/**
 * One event that is about to be written.
 *
 * @param aggregateType the kind of thing that it happened to: engagement, surgery or claim
 * @param aggregateId to which of them
 * @param sequence its position among the events of that one, from 0
 * @param payload what happened
 * @param recordedAt when it is written
 * @param metadata who, when and why: ids and codes
 */
public record NewEvent(
        String aggregateType,
        String aggregateId,
        long sequence,
        Object payload,
        Instant recordedAt,
        Map<String, String> metadata) {
    public NewEvent {
        metadata = Map.copyOf(metadata);
    }
}
