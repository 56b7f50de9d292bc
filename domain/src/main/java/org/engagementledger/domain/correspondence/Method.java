package org.engagementledger.domain.correspondence;

/** What an invitation does to the calendar of whoever gets it (RFC 5546). */
public enum Method {
    /** Asks them to come, or tells what has changed. */
    REQUEST,
    /** Takes it out again. */
    CANCEL
}
