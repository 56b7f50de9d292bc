package org.engagementledger.domain.strategy;

/** What an engagement has about it to count as evidence of an action. */
public enum EvidenceCriterion {
    /** A defendant in it is a child. */
    CHILD,
    /** A defendant in it has a need to do with mental health. */
    MENTAL_HEALTH,
    /** A defendant in it has a need to do with neurodivergence. */
    NEURODIVERGENCE,
    /** The defence is in person. */
    LITIGANT_IN_PERSON,
    /** An issue in it is diversion, or a disposal out of court. */
    DIVERSION,
    /** Its meeting was held virtually. */
    VIRTUAL_MEETING
}
