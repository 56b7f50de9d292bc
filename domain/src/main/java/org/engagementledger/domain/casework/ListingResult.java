package org.engagementledger.domain.casework;

/**
 * How a listing ends. That {@code NOT_GUILTY_TRIAL_FIXED} and {@code WARRANT_ISSUED} end the
 * engagement (and the trial is a new request at the pre-trial stage) is assumed: only an adjourned
 * hearing, an ineffective trial and a trial vacated with a new date are said to go on.
 */
public enum ListingResult {
    GUILTY_PLEA_ENTERED(HearingKind.FIRST_HEARING),
    NOT_GUILTY_TRIAL_FIXED(HearingKind.FIRST_HEARING),
    SENT_TO_CROWN_COURT(HearingKind.FIRST_HEARING),
    ADJOURNED(HearingKind.FIRST_HEARING),
    DISCONTINUED(HearingKind.FIRST_HEARING),
    WARRANT_ISSUED(HearingKind.FIRST_HEARING),
    OUT_OF_COURT_DISPOSAL(HearingKind.FIRST_HEARING),
    /** Ends on the listed day without a trial. */
    CRACKED(HearingKind.TRIAL),
    /** Moved to another day, on the listed day. */
    INEFFECTIVE(HearingKind.TRIAL),
    /** Taken out of the list before the day, with or without a new date. */
    VACATED(HearingKind.TRIAL),
    /** The trial went ahead. */
    EFFECTIVE(HearingKind.TRIAL);

    /** Whether the listing has a new date. */
    public enum NewDate {
        REQUIRED,
        POSSIBLE,
        NONE
    }

    private final HearingKind hearing;

    ListingResult(HearingKind hearing) {
        this.hearing = hearing;
    }

    public HearingKind hearing() {
        return hearing;
    }

    public NewDate newDate() {
        return switch (this) {
            case ADJOURNED, INEFFECTIVE -> NewDate.REQUIRED;
            case VACATED -> NewDate.POSSIBLE;
            default -> NewDate.NONE;
        };
    }

    /** Whether it can come about before the hearing's day; the others need the day to have come. */
    public boolean beforeTheDay() {
        return this == VACATED || this == DISCONTINUED || this == OUT_OF_COURT_DISPOSAL;
    }

    /** Whether it carries a reason code. */
    public boolean coded() {
        return this == CRACKED || this == INEFFECTIVE || this == VACATED;
    }
}
