package org.engagementledger.domain.engagement.detail;

/** Why an engagement waits for a slot no longer. */
public enum LeaveReason {
    /** It was asked to be. */
    ASKED,
    /** Nothing is left that a surgery could discuss. */
    NOTHING_TO_DISCUSS,
    /** It has a slot again: that the meeting was held or missed was recorded in error. */
    HAS_A_SLOT,
    /** The engagement was closed. */
    CLOSED,
    /** No slot begins in time before its hearing any more. */
    HEARING_TOO_NEAR
}
