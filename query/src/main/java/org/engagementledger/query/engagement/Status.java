package org.engagementledger.query.engagement;

import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.Engagement;

/** How far an engagement has come. */
public enum Status {
    /** Some issue is without a finding. */
    IN_TRIAGE,
    /** Something waits for a slot. */
    PUT_FORWARD,
    /** Something is to be discussed in the slot that the engagement has. */
    BOOKED,
    /** Every issue is settled; pleas and the outcome may follow. */
    RESOLVED,
    /** Withdrawn, or ended by an outcome. */
    CLOSED;

    /** Where the case file has come to, by the rules that commands are judged by. */
    static Status of(CaseFile file) {
        return switch (Engagement.of(file)) {
            case Engagement.InTriage it -> IN_TRIAGE;
            case Engagement.PutForward it -> PUT_FORWARD;
            case Engagement.Booked it -> BOOKED;
            case Engagement.Resolved it -> RESOLVED;
            case Engagement.Closed it -> CLOSED;
        };
    }
}
