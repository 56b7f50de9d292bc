package org.engagementledger.domain.casework;

/** What somebody is, for the ledger; each person acts in one role at a time. */
public enum Role {
    DEFENCE_PRACTITIONER,
    TRIAGE_OFFICER,
    DISTRICT_CROWN_PROSECUTOR,
    HMCTS_CONTACT,
    POLICE_CONTACT,
    COORDINATOR,
    STRATEGY_LEAD,
    AUDITOR,
    DATA_PROTECTION_OFFICER,
    OPERATOR,
    /** The ledger's own policies, under a name of their own. */
    SYSTEM;

    /** Whether somebody in this role may be shown what is so marked. */
    public boolean sees(Visibility visibility) {
        return switch (visibility) {
            case SHARED -> this != OPERATOR;
            case PROSECUTION_ONLY ->
                    this == TRIAGE_OFFICER || this == DISTRICT_CROWN_PROSECUTOR || this == AUDITOR;
            case DEFENCE_ONLY -> this == DEFENCE_PRACTITIONER || this == AUDITOR;
        };
    }

    /**
     * Whether somebody in this role may write a text with this visibility: nobody writes what they
     * may not read.
     */
    public boolean writes(Visibility visibility) {
        return this != AUDITOR && sees(visibility);
    }
}
