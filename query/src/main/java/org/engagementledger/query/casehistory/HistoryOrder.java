package org.engagementledger.query.casehistory;

/** In which order a history is told. */
public enum HistoryOrder {
    /** As it was written. */
    OLDEST,
    /** The latest first. */
    NEWEST
}
