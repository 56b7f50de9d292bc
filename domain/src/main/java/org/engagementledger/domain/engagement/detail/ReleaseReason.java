package org.engagementledger.domain.engagement.detail;

/** Why a slot was given back. */
public enum ReleaseReason {
    MOVED,
    CANCELLED,
    RESOLVED,
    WITHDRAWN,
    CASE_ENDED,
    /** What it was for was recorded in error. */
    CORRECTED
}
