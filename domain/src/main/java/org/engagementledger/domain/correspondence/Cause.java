package org.engagementledger.domain.correspondence;

import java.time.Instant;

/**
 * The event because of which something is written.
 *
 * @param of the id of what it happened to
 * @param sequence its sequence number there
 * @param at when it was recorded
 */
public record Cause(String of, long sequence, Instant at) {}
