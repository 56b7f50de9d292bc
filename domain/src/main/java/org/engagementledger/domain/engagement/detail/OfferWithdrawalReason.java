package org.engagementledger.domain.engagement.detail;

/** Why the offer of a slot was withdrawn. */
public enum OfferWithdrawalReason {
    /** The hearing is now too near for the slot. */
    TOO_LATE,
    /** The slot can't be had any more: it is blocked, or its session was moved. */
    SLOT_GONE,
    /** The engagement waits for a slot no longer. */
    WAITS_NO_LONGER
}
