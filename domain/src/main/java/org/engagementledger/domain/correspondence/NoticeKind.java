package org.engagementledger.domain.correspondence;

/** What the coordinator is told. */
public enum NoticeKind {
    /** A session comes near, and nobody could join it: it has no link. */
    NO_JOIN_LINK,
    /** A request has waited for triage for too long. */
    TRIAGE_ESCALATED,
    /** A case is about to pass the last surgery before its hearing, or none is left for it. */
    LAST_SURGERY,
    /**
     * A booking was released because its session was blocked, or moved to where the slot would come
     * too late.
     */
    BOOKING_RELEASED,
    /** A letter won't reach one of its recipients by mail. */
    MAIL_GIVEN_UP
}
