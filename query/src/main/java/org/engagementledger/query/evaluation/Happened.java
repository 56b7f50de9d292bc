package org.engagementledger.query.evaluation;

import java.time.Instant;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.ledger.store.StoredEvent;

/**
 * An engagement's event.
 *
 * @param sequence its position in the engagement
 */
record Happened(long sequence, Instant recordedAt, EngagementEvent event) {

    static Happened of(StoredEvent stored) {
        return new Happened(
                stored.sequence(), stored.recordedAt(), (EngagementEvent) stored.payload());
    }

    /** When it happened in the world. */
    Instant at() {
        if (event instanceof Submitted e) {
            return e.receivedAt();
        }
        Instant occurredAt = event.occurredAt();
        return occurredAt == null ? recordedAt : occurredAt;
    }
}
