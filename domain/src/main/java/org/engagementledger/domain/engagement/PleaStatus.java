package org.engagementledger.domain.engagement;

/** Where a plea between the parties stands. */
public enum PleaStatus {
    /** Offered by the defence, not yet answered. */
    OFFERED,
    /** What the prosecution would accept; the defence answers by an offer of its own. */
    INDICATED,
    WITHDRAWN,
    REJECTED,
    AGREED
}
