package org.engagementledger.domain.casework;

/** A plea, per defendant and per offence. */
public enum Plea {
    GUILTY(true, false),
    /** Names the lesser offence. */
    GUILTY_TO_A_LESSER_OFFENCE(true, true),
    /** Names the alternative offence. */
    GUILTY_TO_AN_ALTERNATIVE_OFFENCE(true, true),
    /** Carries its basis in writing. */
    GUILTY_ON_A_BASIS(true, true),
    ADMITS_BREACH(true, false),
    BIND_OVER(true, false),
    NOT_GUILTY(false, false),
    INDICATED_GUILTY(false, false),
    INDICATED_NOT_GUILTY(false, false),
    CONSENTS(false, false),
    AUTREFOIS_CONVICT(false, false),
    UNFIT_TO_PLEAD(false, false);

    private final boolean offerable;
    private final boolean needsBasis;

    Plea(boolean offerable, boolean needsBasis) {
        this.offerable = offerable;
        this.needsBasis = needsBasis;
    }

    /** Whether it can be offered between the parties; the others only a court records. */
    public boolean offerable() {
        return offerable;
    }

    /** Whether it says nothing without words: the other offence, or the basis in writing. */
    public boolean needsBasis() {
        return needsBasis;
    }
}
