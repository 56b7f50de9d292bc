package org.engagementledger.domain.engagement.detail;

/**
 * What a defendant needs others to know and do; some actions of the strategy are evidenced by
 * these.
 */
public enum Need {
    /** Under 18; also found from the date of birth. */
    CHILD,
    MENTAL_HEALTH,
    NEURODIVERGENCE,
    INTERPRETER
}
