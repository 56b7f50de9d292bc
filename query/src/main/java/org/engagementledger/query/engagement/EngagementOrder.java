package org.engagementledger.query.engagement;

/** In which order engagements are listed. */
public enum EngagementOrder {
    /** The latest request first. */
    NEWEST,
    /**
     * What must be dealt with first: by the hearing's day, or the custody time limit if that is
     * earlier. Open engagements only.
     */
    DEADLINE
}
