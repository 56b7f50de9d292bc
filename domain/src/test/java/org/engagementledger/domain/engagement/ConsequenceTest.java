package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.ListingResult.ADJOURNED;
import static org.engagementledger.domain.casework.ListingResult.VACATED;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.time.Duration;
import java.util.List;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.NewDefendantDetails;
import org.engagementledger.domain.engagement.detail.OffenceId;
import org.engagementledger.domain.engagement.detail.PleaId;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.Notice;
import org.engagementledger.domain.engagement.event.PleaOffered;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.junit.jupiter.api.Test;

/** What one fact does to others: a slot that is stranded, a plea whose charge is gone. */
class ConsequenceTest {

    private static final String EARLIER = "2020-11-03T09:00:00Z";

    @Test
    void a_trial_vacated_to_an_earlier_day_strands_the_slot() {
        given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                .when(recordOutcome(VACATED, "K", "2020-11-05"))
                .by(lead())
                .thenAccepted()
                .telling(Notice.SLOT_STRANDED)
                .leaving(Engagement.Booked.class);
    }

    @Test
    void a_correction_that_brings_an_earlier_day_back_strands_the_slot() {
        given(
                        submitted(),
                        triaged(putForward("I1")),
                        relisted("2020-11-20", "2020-11-05"),
                        relisted("2020-11-05", "2020-12-01"),
                        slotBooked("15:20"))
                .when(recordInError(3))
                .by(coordinator())
                .then(
                        new RecordedInError(
                                ENGAGEMENT, 3, shared("It was another case."), slot("15:20")))
                .telling(Notice.SLOT_STRANDED);
    }

    @Test
    void a_correction_that_leaves_nothing_to_discuss_gives_the_slot_back() {
        given(
                        submitted(),
                        triaged(answered("I1")),
                        amendedWithIssue("I2"),
                        triaged(putForward("I2")),
                        slotBooked("15:20"))
                .when(recordInError(2))
                .by(coordinator())
                .then(recordedInError(2), slotReleased("15:20", ReleaseReason.CORRECTED))
                .leaving(Engagement.Resolved.class);
    }

    @Test
    void a_plea_goes_with_the_defendant_who_was_named_in_error() {
        given(
                        submitted(),
                        amendedWithDefendant("D2", "O3"),
                        new PleaOffered(
                                ENGAGEMENT,
                                PleaId.numbered(1),
                                new DefendantId("D2"),
                                new OffenceId("O3"),
                                Plea.GUILTY,
                                null,
                                instant(EARLIER)),
                        recordedInError(1))
                .when(agreePlea("P1"))
                .by(lead())
                .thenRefused(PLEA_UNKNOWN, "/plea");
    }

    @Test
    void an_adjournment_recorded_late_may_have_a_day_that_has_passed() {
        given(submittedBeforeTheFirstHearing())
                .when(recordOutcome(ADJOURNED, null, "2020-11-24", instant("2020-11-20T12:00:00Z")))
                .by(lead())
                .at("2020-11-26T09:00:00Z")
                .thenAccepted()
                .and(file -> assertThat(file.hearingDate()).isEqualTo("2020-11-24"));
    }

    @Test
    void a_custody_time_limit_comes_with_custody() {
        given(submitted())
                .when(
                        change(
                                new NewDefendantDetails(
                                        new DefendantId("D1"),
                                        null,
                                        date("2021-01-05"),
                                        List.of(),
                                        List.of())))
                .by(practitioner())
                .thenRefused(CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY, "/details/0/custodyTimeLimit");
        given(submitted())
                .when(
                        change(
                                new NewDefendantDetails(
                                        new DefendantId("D1"),
                                        CustodyStatus.CUSTODY,
                                        date("2021-01-05"),
                                        List.of(),
                                        List.of())))
                .by(practitioner())
                .then(
                        new Amended(
                                ENGAGEMENT,
                                null,
                                List.of(),
                                List.of(
                                        new DefendantDetails(
                                                new DefendantId("D1"),
                                                CustodyStatus.CUSTODY,
                                                date("2021-01-05"),
                                                List.of(),
                                                List.of())),
                                List.of(),
                                List.of(),
                                List.of()));
    }

    @Test
    void a_triage_that_settled_all_takes_the_resolution_with_it() {
        given(submitted(), triaged(answered("I1")), resolved(settled("I1", IssueStatus.ANSWERED)))
                .when(recordInError(1))
                .by(coordinator())
                .then(recordedInError(1), recordedInError(2))
                .leaving(Engagement.InTriage.class);
    }

    @Test
    void a_meeting_that_settled_all_takes_the_resolution_with_it() {
        given(
                        submitted(),
                        triaged(putForward("I1")),
                        slotBooked("15:20"),
                        meetingHeld("15:20", agreed("I1")),
                        resolved(settled("I1", IssueStatus.AGREED)))
                .when(recordInError(3))
                .by(coordinator())
                .at("2020-11-05T16:00:00Z")
                .then(recordedInError(3), recordedInError(4))
                .leaving(Engagement.Booked.class);
    }

    @Test
    void a_resolution_that_followed_is_corrected_where_it_came_from() {
        given(submitted(), triaged(answered("I1")), resolved(settled("I1", IssueStatus.ANSWERED)))
                .when(recordInError(2))
                .by(coordinator())
                .thenRefused(NOT_CORRECTABLE, "/sequence")
                .saying("That all is settled follows from triage or the meeting: correct that.");
    }

    @Test
    void a_triage_taken_back_gives_the_slot_back() {
        given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                .when(recordInError(1))
                .by(coordinator())
                .then(recordedInError(1), slotReleased("15:20", ReleaseReason.CORRECTED))
                .leaving(Engagement.InTriage.class);
    }

    @Test
    void the_free_slots_that_a_refusal_names_leave_time_before_the_hearing() {
        given(submitted(), triaged(putForward("I1")), relisted("2020-11-20", "2020-11-06"))
                .onTerms(new Terms(TERMS.courts(), Duration.ofHours(8), TERMS.noticeDays()))
                .slotTaken("15:20", ANOTHER_ENGAGEMENT)
                .when(bookSlot("15:20"))
                .by(practitioner())
                .thenRefused(SLOT_TAKEN, "/start")
                .naming("alternatives", "2020-11-05T15:00:00Z", "2020-11-05T15:40:00Z");
    }
}
