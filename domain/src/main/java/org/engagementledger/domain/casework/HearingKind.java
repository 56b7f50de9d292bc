package org.engagementledger.domain.casework;

/** The hearing that an engagement prepares. */
public enum HearingKind {
    FIRST_HEARING,
    TRIAL;

    /** The hearing that a request at this stage is about. */
    public static HearingKind at(Stage stage) {
        return switch (stage) {
            case PRE_FIRST_HEARING -> FIRST_HEARING;
            case PRE_TRIAL -> TRIAL;
        };
    }
}
