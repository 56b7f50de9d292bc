package org.engagementledger.domain.casework;

/** Those of whom something can be asked, or who can fail to come. */
public enum Party {
    DEFENCE,
    PROSECUTION,
    HMCTS,
    POLICE
}
