package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.ListingResult.*;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Notice;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

    private static final String ON_THE_DAY = "2020-11-20T12:00:00Z";
    private static final String BEFORE_THE_DAY = "2020-11-19T12:00:00Z";

    private static Scenario trial() {
        return given(submitted());
    }

    private static Scenario firstHearing() {
        return given(submittedBeforeTheFirstHearing());
    }

    @Nested
    class Relisting {

        private static Scenario booked() {
            return given(submitted(), triaged(putForward("I1")), slotBooked("15:20"));
        }

        @Test
        void the_hearing_has_another_date() {
            trial().when(relist("2020-12-01"))
                    .by(practitioner())
                    .then(relisted("2020-11-20", "2020-12-01"))
                    .and(file -> assertThat(file.hearingDate()).isEqualTo("2020-12-01"));
        }

        @Test
        void an_earlier_date_that_strands_the_slot_says_so() {
            booked().when(relist("2020-11-05"))
                    .by(coordinator())
                    .then(relistedStranding("15:20", "2020-11-20", "2020-11-05"))
                    .telling(Notice.SLOT_STRANDED)
                    .leaving(Engagement.Booked.class);
        }

        @Test
        void a_date_that_leaves_time_strands_nothing() {
            booked().when(relist("2020-11-06"))
                    .by(coordinator())
                    .then(relisted("2020-11-20", "2020-11-06"))
                    .telling();
        }

        @Test
        void a_slot_that_has_begun_is_not_stranded() {
            booked().when(relist("2020-11-05"))
                    .by(coordinator())
                    .at("2020-11-05T15:20:00Z")
                    .thenAccepted()
                    .telling();
        }

        @Test
        void the_new_date_is_another_one_and_has_not_passed() {
            trial().when(relist(null)).by(lead()).thenRefused(REQUIRED, "/newDate");
            trial().when(relist("2020-11-20")).by(lead()).thenRefused(SAME_DATE, "/newDate");
            trial().when(relist("2020-11-02")).by(lead()).thenRefused(HEARING_IN_PAST, "/newDate");
            trial().when(relist("2020-11-03")).by(lead()).thenAccepted();
        }
    }

    @Nested
    class Ending {

        @Test
        void a_final_outcome_closes_and_gives_the_slot_back() {
            given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                    .when(recordOutcome(VACATED, "A", null))
                    .by(lead())
                    .at("2020-11-04T12:00:00Z")
                    .then(
                            slotReleased("15:20", ReleaseReason.CASE_ENDED),
                            outcome(VACATED, "A", null, "2020-11-04T12:00:00Z"))
                    .leaving(Engagement.Closed.class);
        }

        @ParameterizedTest(name = "a trial that was {0} goes on with its new date")
        @CsvSource({"INEFFECTIVE, M1, 2020-11-20T12:00:00Z", "VACATED, B, 2020-11-19T12:00:00Z"})
        void a_trial_with_a_new_date_stays_open(ListingResult result, String code, String now) {
            trial().when(recordOutcome(result, code, "2021-01-11"))
                    .by(lead())
                    .at(now)
                    .then(outcome(result, code, "2021-01-11", now))
                    .leaving(Engagement.InTriage.class)
                    .and(file -> assertThat(file.hearingDate()).isEqualTo("2021-01-11"));
        }

        @Test
        void an_adjourned_first_hearing_stays_open_with_its_new_date() {
            firstHearing()
                    .when(recordOutcome(ADJOURNED, null, "2020-12-04"))
                    .by(lead())
                    .at(ON_THE_DAY)
                    .then(outcome(ADJOURNED, null, "2020-12-04", ON_THE_DAY))
                    .and(file -> assertThat(file.hearingDate()).isEqualTo("2020-12-04"));
        }

        @Test
        void the_next_outcome_is_judged_by_the_new_date() {
            EngagementEvent adjourned = outcome(ADJOURNED, null, "2020-12-04", ON_THE_DAY);
            given(submittedBeforeTheFirstHearing(), adjourned)
                    .when(recordOutcome(GUILTY_PLEA_ENTERED))
                    .by(lead())
                    .at("2020-12-03T12:00:00Z")
                    .thenRefused(HEARING_NOT_REACHED, "/result")
                    .saying("The hearing's day (2020-12-04) hasn't come yet.");
        }

        @Test
        void a_trial_takes_a_trials_outcome_and_a_first_hearing_a_first_hearings() {
            trial().when(recordOutcome(GUILTY_PLEA_ENTERED))
                    .by(lead())
                    .at(ON_THE_DAY)
                    .thenRefused(OTHER_HEARING, "/result");
            firstHearing()
                    .when(recordOutcome(EFFECTIVE))
                    .by(lead())
                    .at(ON_THE_DAY)
                    .thenRefused(OTHER_HEARING, "/result");
        }

        @Test
        void the_day_begins_at_midnight_in_london() {
            trial().when(recordOutcome(EFFECTIVE))
                    .by(lead())
                    .at("2020-11-19T23:59:59Z")
                    .thenRefused(HEARING_NOT_REACHED, "/result");
            given(submitted(), relisted("2020-11-20", "2021-06-10"))
                    .when(recordOutcome(EFFECTIVE))
                    .by(lead())
                    .at("2021-06-09T23:00:00Z")
                    .thenAccepted();
        }

        @Test
        void a_trial_is_vacated_before_its_day() {
            trial().when(recordOutcome(VACATED, "L", null))
                    .by(lead())
                    .at(ON_THE_DAY)
                    .thenRefused(VACATED_BEFORE_THE_DAY, "/occurredAt");
            trial().when(recordOutcome(VACATED, "L", null, instant(BEFORE_THE_DAY)))
                    .by(lead())
                    .at(ON_THE_DAY)
                    .then(outcome(VACATED, "L", null, BEFORE_THE_DAY));
        }

        @Test
        void an_outcome_did_not_happen_in_the_future_nor_before_the_request() {
            trial().when(recordOutcome(VACATED, "L", null, instant("2020-11-05T12:00:00Z")))
                    .by(lead())
                    .at("2020-11-04T12:00:00Z")
                    .thenRefused(OCCURRED_IN_FUTURE, "/occurredAt");
            trial().when(recordOutcome(VACATED, "L", null, instant("2020-11-01T12:00:00Z")))
                    .by(lead())
                    .at("2020-11-04T12:00:00Z")
                    .thenRefused(OCCURRED_TOO_EARLY, "/occurredAt");
        }

        @Test
        void a_new_date_is_later_than_the_hearing_that_ended() {
            firstHearing()
                    .when(recordOutcome(ADJOURNED, null, "2020-11-20"))
                    .by(lead())
                    .at(ON_THE_DAY)
                    .thenRefused(NEW_DATE_NOT_LATER, "/newDate");
            trial().when(recordOutcome(INEFFECTIVE, "P", "2020-11-20"))
                    .by(lead())
                    .at(ON_THE_DAY)
                    .thenRefused(NEW_DATE_NOT_LATER, "/newDate");
        }

        @Test
        void a_vacated_trial_may_come_earlier_but_not_on_the_same_date_nor_in_the_past() {
            trial().when(recordOutcome(VACATED, "K", "2020-11-19"))
                    .by(lead())
                    .at("2020-11-10T12:00:00Z")
                    .thenAccepted();
            trial().when(recordOutcome(VACATED, "K", "2020-11-20"))
                    .by(lead())
                    .at("2020-11-10T12:00:00Z")
                    .thenRefused(SAME_DATE, "/newDate");
            trial().when(recordOutcome(VACATED, "K", "2020-11-09"))
                    .by(lead())
                    .at("2020-11-10T12:00:00Z")
                    .thenRefused(HEARING_IN_PAST, "/newDate");
        }

        @Test
        void everything_that_is_wrong_comes_back_together() {
            trial().when(recordOutcome(null)).by(lead()).thenRefused(REQUIRED, "/result");
            trial().when(recordOutcome(GUILTY_PLEA_ENTERED, "A", "2020-11-20"))
                    .by(lead())
                    .at(BEFORE_THE_DAY)
                    .thenRefusedWith(
                            broken(OTHER_HEARING, "/result"),
                            broken(CODE_NOT_TAKEN, "/code"),
                            broken(HEARING_NOT_REACHED, "/result"),
                            broken(NEW_DATE_NOT_TAKEN, "/newDate"),
                            broken(NEW_DATE_NOT_LATER, "/newDate"));
        }
    }

    @Test
    void what_is_closed_takes_no_further_command() {
        given(submitted(), outcome(EFFECTIVE, null, null, ON_THE_DAY))
                .when(relist("2020-12-01"))
                .by(lead())
                .thenRefused(CLOSED, "")
                .saying(
                        "This engagement is closed; only a record made in error can still be"
                                + " corrected.");
    }
}
