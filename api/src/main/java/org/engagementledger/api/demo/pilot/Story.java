package org.engagementledger.api.demo.pilot;

import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a case, from its request to its end.
 *
 * @param times how often it happens at a court
 * @param timesWithIllness how often at the court whose lead falls ill one day
 * @param plea the plea that the parties talk about; null if they talk about none
 */
record Story(
        int times,
        int timesWithIllness,
        Stage stage,
        Triage triage,
        Meeting meeting,
        Pleas pleas,
        @Nullable Plea plea,
        Twist twist,
        Ending ending) {

    /** How triage goes. */
    enum Triage {
        /** The request waits. */
        NOT_YET,
        /** Some of the issues wait. */
        PARTLY,
        /** The prosecution waits for an answer. */
        INFORMATION_OUTSTANDING,
        ANSWERED,
        ANSWERED_IN_PARTS,
        ANSWERED_AFTER_INFORMATION,
        OUT_OF_SCOPE,
        /** Something goes to a surgery: at once, in parts, or after more information. */
        PUT_FORWARD
    }

    /** How the parties meet; the number is that of the sessions in which there is a slot. */
    enum Meeting {
        NONE(0),
        /** What was put forward is settled without a slot. */
        CORRESPONDENCE(0),
        HELD(1),
        /** To a later session. */
        MOVED(2),
        CANCELLED(1),
        /** Cancelled, and settled outside. */
        CANCELLED_AND_SETTLED(1),
        MISSED_BY_DEFENCE(2),
        /** By the police, by HMCTS, by both sides: another at each court. */
        MISSED_BY_OTHERS(2),
        /** And not booked again. */
        MISSED_FOR_GOOD(1),
        /** The request is withdrawn while it has a slot. */
        WITHDRAWN_BEFORE(1),
        SETTLED_BEFORE(1),
        ENDED_BEFORE(1),
        /** Recorded as missed by mistake, corrected, and held. */
        MISSED_IN_ERROR(1),
        /** The hearing is brought forward; so is the slot. */
        STRANDED(2),
        /** Disputed in one session, settled in another. */
        TWICE(2),
        /** The lead falls ill: the session's bookings are released and made again. */
        LEAD_ILL(2);

        private final int sessions;

        Meeting(int sessions) {
            this.sessions = sessions;
        }

        int sessions() {
            return sessions;
        }
    }

    /** How the talk about a plea goes. */
    enum Pleas {
        NONE,
        PENDING,
        AGREED,
        REJECTED,
        WITHDRAWN,
        AGREED_THEN_WITHDRAWN,
        /** A basis is rejected; what is offered then is agreed. */
        REJECTED_THEN_AGREED,
        INDICATED,
        INDICATED_THEN_AGREED,
        /** Rejected by mistake, corrected, and agreed. */
        REJECTED_IN_ERROR
    }

    /** What else happens. */
    enum Twist {
        NONE,
        IN_PERSON,
        RELISTED,
        NEW_ISSUE,
        TRANSFERRED,
        TRANSFERRED_TO_IN_PERSON,
        WITHDRAWN,
        /** The outcome is recorded wrongly, and corrected. */
        OUTCOME_IN_ERROR
    }

    /** How the hearing ends, with one of these reason codes. */
    enum Ending {
        /** Not within the four weeks. */
        OPEN(null, ""),
        GUILTY_PLEA(ListingResult.GUILTY_PLEA_ENTERED, ""),
        TRIAL_FIXED(ListingResult.NOT_GUILTY_TRIAL_FIXED, ""),
        CROWN_COURT(ListingResult.SENT_TO_CROWN_COURT, ""),
        ADJOURNED(ListingResult.ADJOURNED, ""),
        DISCONTINUED(ListingResult.DISCONTINUED, ""),
        WARRANT(ListingResult.WARRANT_ISSUED, ""),
        DISPOSAL_OUT_OF_COURT(ListingResult.OUT_OF_COURT_DISPOSAL, ""),
        EFFECTIVE(ListingResult.EFFECTIVE, ""),
        /** What is first offered on the day: nothing was offered before. */
        CRACKED_ON_THE_DAY(ListingResult.CRACKED, "A C E"),
        /** What was rejected before is accepted. */
        CRACKED_LATE_GUILTY_PLEA(ListingResult.CRACKED, "B"),
        CRACKED_LATE_ALTERNATIVE(ListingResult.CRACKED, "D"),
        CRACKED_LATE_BIND_OVER(ListingResult.CRACKED, "F"),
        CRACKED_PROSECUTION_ENDS(ListingResult.CRACKED, "I J K"),
        /** Said to be first offered on the day, though this ledger knows an earlier offer. */
        CRACKED_CONTRADICTED(ListingResult.CRACKED, "A"),
        INEFFECTIVE_PROSECUTION(ListingResult.INEFFECTIVE, "M1 M3 N1 N3"),
        INEFFECTIVE_DEFENCE(ListingResult.INEFFECTIVE, "Q2 S1 S2 U1"),
        INEFFECTIVE_COURT(ListingResult.INEFFECTIVE, "W1 W3 W5"),
        VACATED_GUILTY_PLEA(ListingResult.VACATED, "L"),
        VACATED_ALTERNATIVE(ListingResult.VACATED, "M"),
        /** With a new date. */
        VACATED_NOT_READY(ListingResult.VACATED, "B F K");

        private final @Nullable ListingResult result;
        private final String codes;

        Ending(@Nullable ListingResult result, String codes) {
            this.result = result;
            this.codes = codes;
        }

        Optional<ListingResult> result() {
            return Optional.ofNullable(result);
        }

        List<String> codes() {
            return codes.isEmpty() ? List.of() : List.of(codes.split(" ", -1));
        }

        boolean hasNewDate() {
            return this == VACATED_NOT_READY
                    || result == ListingResult.ADJOURNED
                    || result == ListingResult.INEFFECTIVE;
        }
    }

    Story meets(Meeting other) {
        return new Story(times, timesWithIllness, stage, triage, other, pleas, plea, twist, ending);
    }

    Story pleas(Pleas course, Plea about) {
        return new Story(
                times, timesWithIllness, stage, triage, meeting, course, about, twist, ending);
    }

    Story but(Twist other) {
        return new Story(
                times, timesWithIllness, stage, triage, meeting, pleas, plea, other, ending);
    }

    Story ends(Ending other) {
        return new Story(
                times, timesWithIllness, stage, triage, meeting, pleas, plea, twist, other);
    }

    /** Whether the hearing has to end within the four weeks, after the last meeting. */
    boolean hasHearingInPlay() {
        return ending != Ending.OPEN && meeting != Meeting.ENDED_BEFORE;
    }
}
