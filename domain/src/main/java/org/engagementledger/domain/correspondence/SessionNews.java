package org.engagementledger.domain.correspondence;

/** What those who attend a session for the authorities are told of it. */
public enum SessionNews {
    /** It is closed, or some of its slots are. */
    BLOCKED,
    /** Slots that were closed are open again. */
    UNBLOCKED,
    /** It is held at another time. */
    MOVED,
    /** It is led by somebody else, or joined elsewhere. */
    CHANGED,
    /** They are to attend it. */
    EXPECTED,
    /** They needn't attend it any more. */
    NOT_EXPECTED
}
