package org.engagementledger.domain.correspondence;

/** As what somebody is written to. */
public enum Part {
    /** The District Crown Prosecutor who leads the session. */
    LEAD,
    /** The practitioner who engages for the defence, or the litigant in person. */
    DEFENCE,
    HMCTS_CONTACT,
    POLICE_CONTACT,
    COORDINATOR;

    /**
     * Whether it is a contact of a court or the police: they are told of the case and of what is to
     * be discussed, but not whose it is.
     */
    public boolean isContact() {
        return this == HMCTS_CONTACT || this == POLICE_CONTACT;
    }
}
