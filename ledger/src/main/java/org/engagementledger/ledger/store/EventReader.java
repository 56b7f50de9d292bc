package org.engagementledger.ledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads stored events for people: one aggregate's history, page by page. */
public interface EventReader {

    /**
     * Events of one aggregate in their order; none if there is no such aggregate.
     *
     * @param aggregateId whose
     * @param fromSequence the first sequence number that is wanted, from 0
     * @param limit how many at most
     */
    List<StoredEvent> read(String aggregateId, long fromSequence, int limit);

    /**
     * The latest time at which anything was written; empty in a new ledger. No clock may be behind
     * it.
     */
    Optional<Instant> latestRecordedAt();
}
