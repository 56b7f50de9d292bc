package org.engagementledger.domain.engagement.detail;

/** What triage finds on an issue. */
public enum FindingKind {
    /** The answer settles it. */
    ANSWERED,
    /** It goes to a surgery. */
    PUT_FORWARD,
    /** It isn't for this engagement. */
    OUT_OF_SCOPE
}
