package org.engagementledger.domain.engagement.detail;

/**
 * What a meeting came to on an issue (Criminal Procedure Rules 3.3: what is agreed, what is
 * disputed).
 */
public enum MeetingResult {
    AGREED,
    /** Partly agreed; the rest stays disputed. */
    NARROWED,
    DISPUTED
}
