package org.engagementledger.query.strategy;

/** How far an action has come, whatever its dates say and anybody is confident of. */
public enum Completion {
    /** Nobody has begun. */
    NOT_STARTED,
    /** It is under way, or under way again. */
    STARTED,
    /** It is done. */
    COMPLETED
}
