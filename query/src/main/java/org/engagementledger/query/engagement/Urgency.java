package org.engagementledger.query.engagement;

/** How urgent an engagement is: the first that is so. The order is assumed. */
public enum Urgency {
    /** A defendant is in custody. */
    CUSTODY,
    /** The request came fewer days before the trial than the notice that is asked for. */
    SHORT_NOTICE,
    ROUTINE
}
