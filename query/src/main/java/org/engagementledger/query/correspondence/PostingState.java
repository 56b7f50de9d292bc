package org.engagementledger.query.correspondence;

/** How a letter stands for one of its recipients. */
public enum PostingState {
    /** It is kept here, and not sent. */
    KEPT,
    /** It is yet to be sent. */
    WAITING,
    SENT,
    GIVEN_UP
}
