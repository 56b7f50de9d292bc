package org.engagementledger.domain.surgery;

/** What somebody is at a session who attends it for the authorities. */
public enum HostRole {
    /** The District Crown Prosecutor who leads it. */
    LEAD,
    /** HMCTS' single point of contact. */
    HMCTS_CONTACT,
    /** The police's single point of contact. */
    POLICE_CONTACT
}
