package org.engagementledger.domain.engagement.detail;

/** Why a request was withdrawn. */
public enum WithdrawalReason {
    NO_LONGER_NEEDED,
    SETTLED_ELSEWHERE,
    SUBMITTED_BY_MISTAKE,
    NO_LONGER_INSTRUCTED
}
