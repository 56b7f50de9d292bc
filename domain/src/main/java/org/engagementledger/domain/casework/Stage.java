package org.engagementledger.domain.casework;

/** At which of the letter's two entry stages a case is discussed. */
public enum Stage {
    /**
     * Before the first hearing; the practitioner must have the initial details of the prosecution
     * case (IDPC).
     */
    PRE_FIRST_HEARING,
    /** Before the trial, ideally ten days before. */
    PRE_TRIAL
}
