package org.engagementledger.query.evaluation;

/** What counts. After the dash what its detail says, and in brackets which part it names. */
enum Kind {
    /** A request was submitted — FIRM or IN_PERSON. */
    REQUEST,
    /** It became known what a defendant needs — the need (D1). */
    NEED,
    /** An issue was raised — its category (I1). */
    ISSUE_RAISED,
    /**
     * Triage has found on everything — PUT_FORWARD if something is left for a meeting, ANSWERED if
     * nothing is and something was answered, else OUT_OF_SCOPE.
     */
    TRIAGED,
    /** An issue was settled that wasn't, be it as out of scope — its category (I1). */
    ISSUE_RESOLVED,
    /** A slot was booked — its surgery. */
    SLOT_BOOKED,
    /** A slot was given back — why. */
    SLOT_RELEASED,
    /** The parties met — the slot's surgery. */
    MEETING_HELD,
    /** Somebody didn't come to the meeting — which parties, with spaces between them. */
    MEETING_MISSED,
    /** The defence offered a plea — which (P1). */
    PLEA_OFFERED,
    /** The prosecution said which plea would be acceptable — which (P1). */
    PLEA_INDICATED,
    /** An offer was taken back — the plea that was offered (P1). */
    PLEA_WITHDRAWN,
    /** An offer was rejected — the plea that was offered (P1). */
    PLEA_REJECTED,
    /** An offer was agreed to — the plea that was offered (P1). */
    PLEA_AGREED,
    /** Every issue is settled, and not all of them as out of scope. */
    RESOLVED,
    /** The request was withdrawn. */
    WITHDRAWN,
    /**
     * The hearing ended — how, with its code, such as CRACKED:A (the hearing's day). It counts on
     * that day, unless it came about before.
     */
    OUTCOME,
    /** A recorded code doesn't go with what is recorded here — in what. */
    CONTRADICTION
}
