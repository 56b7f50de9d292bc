package org.engagementledger.domain.engagement.detail;

/** Why a slot was given back. */
public enum ReleaseReason {
    MOVED,
    CANCELLED,
    RESOLVED,
    WITHDRAWN,
    CASE_ENDED,
    /** The session, or this part of it, was blocked. */
    SESSION_BLOCKED,
    /** The session is held at another time. */
    SESSION_MOVED,
    /** What it was for was recorded in error. */
    CORRECTED
}
