package org.engagementledger.domain.engagement.detail;

/**
 * What kind of issue it is. These categories are assumed; the letter names acceptable pleas only.
 */
public enum IssueCategory {
    ACCEPTABLE_PLEA,
    DISCLOSURE,
    EVIDENCE,
    WITNESSES,
    OUT_OF_COURT_DISPOSAL,
    CASE_MANAGEMENT,
    OTHER
}
