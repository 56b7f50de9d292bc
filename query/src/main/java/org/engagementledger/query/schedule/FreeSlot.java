package org.engagementledger.query.schedule;

import java.time.Instant;

/**
 * A slot that can still be booked.
 *
 * @param surgery the surgery's id
 * @param court the court's OU code
 * @param start when it begins
 * @param end when it ends
 * @param london the start as people at the court say it
 * @param present whether it is the one that the engagement has now that it was asked for
 */
public record FreeSlot(
        String surgery, String court, Instant start, Instant end, String london, boolean present) {}
