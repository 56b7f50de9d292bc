package org.engagementledger.api.demo.pilot;

import static org.engagementledger.api.demo.pilot.Story.Ending.*;
import static org.engagementledger.api.demo.pilot.Story.Meeting.*;
import static org.engagementledger.api.demo.pilot.Story.Triage.ANSWERED;
import static org.engagementledger.api.demo.pilot.Story.Triage.ANSWERED_AFTER_INFORMATION;
import static org.engagementledger.api.demo.pilot.Story.Triage.ANSWERED_IN_PARTS;
import static org.engagementledger.api.demo.pilot.Story.Triage.INFORMATION_OUTSTANDING;
import static org.engagementledger.api.demo.pilot.Story.Triage.NOT_YET;
import static org.engagementledger.api.demo.pilot.Story.Triage.OUT_OF_SCOPE;
import static org.engagementledger.api.demo.pilot.Story.Triage.PARTLY;
import static org.engagementledger.api.demo.pilot.Story.Triage.PUT_FORWARD;
import static org.engagementledger.domain.casework.Stage.PRE_FIRST_HEARING;
import static org.engagementledger.domain.casework.Stage.PRE_TRIAL;

import java.util.Collections;
import java.util.List;
import org.engagementledger.api.demo.pilot.Story.Ending;
import org.engagementledger.api.demo.pilot.Story.Meeting;
import org.engagementledger.api.demo.pilot.Story.Pleas;
import org.engagementledger.api.demo.pilot.Story.Triage;
import org.engagementledger.api.demo.pilot.Story.Twist;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Stage;

/**
 * The stories of a pilot, and how many of each a court sees. The mix is assumed: no figures of the
 * pilot were published. What counts is that every path is there, and that the slots suffice: a
 * court has 36, of which the first numbers need 33, the second ones 31.
 */
final class Deck {

    private static final List<Story> STORIES =
            List.of(
                    // Triage settles it
                    story(4, 4, PRE_FIRST_HEARING, ANSWERED).ends(GUILTY_PLEA),
                    story(1, 1, PRE_FIRST_HEARING, ANSWERED)
                            .pleas(Pleas.AGREED, Plea.GUILTY)
                            .ends(GUILTY_PLEA),
                    story(2, 2, PRE_FIRST_HEARING, ANSWERED).ends(TRIAL_FIXED),
                    story(1, 1, PRE_FIRST_HEARING, ANSWERED).but(Twist.IN_PERSON).ends(TRIAL_FIXED),
                    story(1, 1, PRE_FIRST_HEARING, ANSWERED_AFTER_INFORMATION).ends(TRIAL_FIXED),
                    story(1, 1, PRE_FIRST_HEARING, ANSWERED).ends(CROWN_COURT),
                    story(1, 1, PRE_FIRST_HEARING, ANSWERED_IN_PARTS).ends(DISPOSAL_OUT_OF_COURT),
                    story(1, 1, PRE_FIRST_HEARING, ANSWERED).ends(ADJOURNED),
                    story(1, 1, PRE_FIRST_HEARING, OUT_OF_SCOPE).ends(WARRANT),
                    story(1, 1, PRE_FIRST_HEARING, ANSWERED_AFTER_INFORMATION).ends(DISCONTINUED),
                    story(3, 4, PRE_TRIAL, ANSWERED).ends(EFFECTIVE),
                    story(1, 1, PRE_TRIAL, ANSWERED_IN_PARTS).ends(INEFFECTIVE_PROSECUTION),
                    story(1, 1, PRE_TRIAL, ANSWERED).ends(INEFFECTIVE_COURT),
                    story(1, 2, PRE_TRIAL, ANSWERED).ends(CRACKED_ON_THE_DAY),
                    story(1, 1, PRE_TRIAL, ANSWERED).ends(CRACKED_PROSECUTION_ENDS),
                    story(1, 1, PRE_TRIAL, ANSWERED_AFTER_INFORMATION)
                            .pleas(Pleas.AGREED, Plea.GUILTY_TO_AN_ALTERNATIVE_OFFENCE)
                            .ends(VACATED_ALTERNATIVE),
                    story(1, 1, PRE_TRIAL, ANSWERED).but(Twist.RELISTED),
                    story(1, 1, PRE_TRIAL, ANSWERED).but(Twist.NEW_ISSUE).ends(EFFECTIVE),
                    // Settled without a slot, or never settled
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(CORRESPONDENCE)
                            .pleas(Pleas.INDICATED_THEN_AGREED, Plea.GUILTY)
                            .ends(VACATED_GUILTY_PLEA),
                    story(1, 1, PRE_FIRST_HEARING, PUT_FORWARD)
                            .meets(CORRESPONDENCE)
                            .ends(GUILTY_PLEA),
                    story(1, 1, PRE_FIRST_HEARING, NOT_YET).but(Twist.WITHDRAWN),
                    story(1, 1, PRE_TRIAL, ANSWERED).but(Twist.WITHDRAWN),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD).but(Twist.WITHDRAWN),
                    story(2, 2, PRE_FIRST_HEARING, NOT_YET),
                    story(1, 1, PRE_TRIAL, NOT_YET),
                    story(1, 1, PRE_TRIAL, INFORMATION_OUTSTANDING),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD),
                    story(1, 1, PRE_FIRST_HEARING, PARTLY),
                    // Met as booked
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.REJECTED_IN_ERROR, Plea.GUILTY)
                            .ends(VACATED_GUILTY_PLEA),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.AGREED, Plea.GUILTY_TO_A_LESSER_OFFENCE)
                            .ends(VACATED_ALTERNATIVE),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.REJECTED, Plea.GUILTY_ON_A_BASIS)
                            .ends(CRACKED_LATE_GUILTY_PLEA),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.REJECTED, Plea.GUILTY_TO_AN_ALTERNATIVE_OFFENCE)
                            .ends(CRACKED_LATE_ALTERNATIVE),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD).meets(HELD).ends(EFFECTIVE),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.PENDING, Plea.GUILTY_ON_A_BASIS),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.AGREED_THEN_WITHDRAWN, Plea.GUILTY),
                    story(1, 0, PRE_FIRST_HEARING, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.AGREED, Plea.GUILTY_ON_A_BASIS)
                            .ends(GUILTY_PLEA),
                    story(1, 0, PRE_FIRST_HEARING, PUT_FORWARD).meets(HELD).ends(TRIAL_FIXED),
                    story(1, 0, PRE_FIRST_HEARING, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.AGREED, Plea.BIND_OVER)
                            .ends(DISCONTINUED),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .but(Twist.TRANSFERRED)
                            .ends(CRACKED_ON_THE_DAY),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .but(Twist.TRANSFERRED_TO_IN_PERSON),
                    story(1, 1, PRE_FIRST_HEARING, PUT_FORWARD)
                            .meets(HELD)
                            .but(Twist.IN_PERSON)
                            .ends(TRIAL_FIXED),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .but(Twist.OUTCOME_IN_ERROR)
                            .ends(INEFFECTIVE_COURT),
                    story(0, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(HELD)
                            .pleas(Pleas.REJECTED, Plea.GUILTY)
                            .ends(CRACKED_CONTRADICTED),
                    // Moved, cancelled, missed
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(MOVED)
                            .pleas(Pleas.REJECTED, Plea.BIND_OVER)
                            .ends(CRACKED_LATE_BIND_OVER),
                    story(1, 0, PRE_FIRST_HEARING, PUT_FORWARD).meets(MOVED),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(CANCELLED_AND_SETTLED)
                            .pleas(Pleas.WITHDRAWN, Plea.GUILTY)
                            .ends(EFFECTIVE),
                    story(1, 0, PRE_FIRST_HEARING, PUT_FORWARD).meets(CANCELLED),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(MISSED_BY_DEFENCE)
                            .ends(INEFFECTIVE_DEFENCE),
                    story(1, 1, PRE_FIRST_HEARING, PUT_FORWARD).meets(MISSED_BY_OTHERS),
                    story(1, 0, PRE_TRIAL, PUT_FORWARD).meets(MISSED_FOR_GOOD).ends(EFFECTIVE),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(MISSED_IN_ERROR)
                            .ends(VACATED_NOT_READY),
                    // Not needed after all, not in time, not enough
                    story(1, 1, PRE_TRIAL, PUT_FORWARD).meets(WITHDRAWN_BEFORE),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(SETTLED_BEFORE)
                            .pleas(Pleas.AGREED, Plea.GUILTY)
                            .ends(VACATED_GUILTY_PLEA),
                    story(1, 0, PRE_FIRST_HEARING, PUT_FORWARD)
                            .meets(ENDED_BEFORE)
                            .ends(DISCONTINUED),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD).meets(STRANDED).ends(EFFECTIVE),
                    story(1, 1, PRE_TRIAL, PUT_FORWARD)
                            .meets(TWICE)
                            .pleas(
                                    Pleas.REJECTED_THEN_AGREED,
                                    Plea.GUILTY_TO_AN_ALTERNATIVE_OFFENCE)
                            .ends(VACATED_ALTERNATIVE),
                    // The lead falls ill
                    story(0, 3, PRE_TRIAL, PUT_FORWARD)
                            .meets(LEAD_ILL)
                            .pleas(Pleas.INDICATED, Plea.GUILTY_ON_A_BASIS),
                    story(0, 3, PRE_FIRST_HEARING, PUT_FORWARD).meets(LEAD_ILL));

    private Deck() {}

    private static Story story(int times, int timesWithIllness, Stage stage, Triage triage) {
        return new Story(
                times,
                timesWithIllness,
                stage,
                triage,
                Meeting.NONE,
                Pleas.NONE,
                null,
                Twist.NONE,
                Ending.OPEN);
    }

    /** The stories of one court, each as often as it happens there. */
    static List<Story> ofCourt(boolean leadFallsIll) {
        return STORIES.stream()
                .flatMap(
                        story ->
                                Collections.nCopies(
                                        leadFallsIll ? story.timesWithIllness() : story.times(),
                                        story)
                                        .stream())
                .toList();
    }
}
