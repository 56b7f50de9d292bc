package org.engagementledger.domain.engagement.detail;

/** In which role somebody attended a meeting. */
public enum AttendeeRole {
    LEAD_DISTRICT_CROWN_PROSECUTOR,
    /** With devolved decision-making powers, as the letter has it. */
    LEGAL_ADVISER_WITH_DEVOLVED_AUTHORITY,
    PROSECUTOR,
    DEFENCE_PRACTITIONER,
    DEFENDANT_IN_PERSON,
    HMCTS_CONTACT,
    POLICE_CONTACT
}
