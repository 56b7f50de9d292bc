package org.engagementledger.ledger.access;

/** What kind of thing is read. A code of the access log: it never changes its meaning. */
public enum What {
    /** One engagement, whole. */
    ENGAGEMENT,
    /** A page of the list of engagements. */
    ENGAGEMENTS,
    /** A page of an engagement's history. */
    HISTORY,
    /** A page of sessions and who has their slots. */
    SCHEDULE,
    /** One session and who has its slots. */
    SESSION,
    /** Who waits for a slot at a court. */
    WAITING_LIST,
    /** A page of offers to those who wait, and on which facts they were decided. */
    OFFERS,
    /** Courts' programmes. */
    PROGRAMMES,
    /** A page of the feed, or what a stream of it shows at a time. */
    EVENTS,
    /** What was written about an engagement or a session, and to whom. */
    CORRESPONDENCE,
    /** A page of what the coordinator was told. */
    NOTICES,
    /** A page of the access log itself. */
    ACCESSES,
    /** Slots that can be booked; those that one engagement can have. */
    AVAILABILITY,
    /** A page of how sessions or courts are used: counts only. */
    UTILISATION,
    /** A table of the evaluation's figures: counts only. */
    EVALUATION,
    /** A page of the things that a figure of the evaluation counts. */
    EVALUATION_CASES,
    /** A page of recorded codes that don't go with what else is recorded. */
    EVALUATION_CONTRADICTIONS,
    /** A page of the calendars that were opened. */
    CALENDARS,
    /** What is in a calendar, by its address, with the rights of whoever opened it. */
    CALENDAR,
    /** How the strategy's actions stand, as a whole. */
    STRATEGY_PROGRESS,
    /** One of the strategy's actions, with its history. */
    STRATEGY_ACTION,
    /** A page of what changed in the strategy's actions. */
    STRATEGY_CHANGES,
    /** A page of what counts as evidence of one of the strategy's actions. */
    STRATEGY_EVIDENCE
}
