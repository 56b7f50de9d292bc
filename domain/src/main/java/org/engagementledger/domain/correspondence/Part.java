package org.engagementledger.domain.correspondence;

/** As what somebody is written to. */
public enum Part {
    /** The District Crown Prosecutor who leads the session. */
    LEAD,
    /** The practitioner who engages for the defence, or the litigant in person. */
    DEFENCE,
    HMCTS_CONTACT,
    POLICE_CONTACT,
    COORDINATOR
}
