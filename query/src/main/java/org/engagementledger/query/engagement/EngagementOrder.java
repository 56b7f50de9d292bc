package org.engagementledger.query.engagement;

/** In which order engagements are listed. */
public enum EngagementOrder {
    /** The latest request first. */
    NEWEST,
    /** By the hearing's day, the earliest first. */
    HEARING,
    /**
     * What must be dealt with first: by the hearing's day, or the custody time limit if that is
     * earlier. Open engagements only.
     */
    DEADLINE
}
