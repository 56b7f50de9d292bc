package org.engagementledger.domain.strategy;

/** What an engagement has about it to count as evidence of an action. */
public enum EvidenceCriterion {
    /** A defendant in it is a child. */
    CHILD,
    /** A defendant in it has a need to do with mental health. */
    MENTAL_HEALTH,
    /** A defendant in it has a need to do with neurodivergence. */
    NEURODIVERGENCE,
    /** The defence was in person when the request was made; that a firm left later isn't seen. */
    LITIGANT_IN_PERSON,
    /** An issue in it is diversion, or a disposal out of court. */
    DIVERSION,
    /**
     * Its meeting was held: every one counts, for it is assumed that the surgeries' meetings are
     * all held by link, as the pilot's are.
     */
    VIRTUAL_MEETING
}
