package org.engagementledger.ledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads stored events of one aggregate. */
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
     * What a request wrote to one aggregate, in that order; none if it wrote nothing to it. Its
     * cost doesn't grow with the aggregate's history.
     *
     * @param request as the metadata of its events names it: {@link
     *     org.engagementledger.ledger.provenance.Provenance#IDEMPOTENCY_KEY_HASH}
     */
    List<StoredEvent> writtenBy(String request, String aggregateId);

    /**
     * The latest time at which anything was written; empty in a new ledger. No clock may be behind
     * it.
     */
    Optional<Instant> latestRecordedAt();
}
