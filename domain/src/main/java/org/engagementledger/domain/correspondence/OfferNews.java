package org.engagementledger.domain.correspondence;

/** What whoever waits for a slot is told of one that was offered. */
public enum OfferNews {
    /** It is theirs if they want it. */
    OFFERED,
    /** It is blocked, or its session was moved: it can't be had any more. */
    SLOT_GONE,
    /** The hearing is now too near for it. */
    TOO_LATE,
    /** The case waits for a slot no longer. */
    WAITS_NO_LONGER,
    /** Nobody answered in time. */
    EXPIRED
}
