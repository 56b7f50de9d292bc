package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.ListingResult.ADJOURNED;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;
import static org.engagementledger.domain.engagement.detail.IssueStatus.AGREED;
import static org.engagementledger.domain.engagement.detail.IssueStatus.ANSWERED;

import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.junit.jupiter.api.Test;

class ReopeningTest {

    @Test
    void a_withdrawal_in_error_opens_the_engagement_and_its_claim_again() {
        Engagement reopened =
                given(submitted(), withdrawn())
                        .when(recordInError(1))
                        .by(coordinator())
                        .thenAccepted()
                        .leaving(Engagement.InTriage.class)
                        .engagementAfter();
        assertThat(reopened.claim()).contains(ClaimId.of(FIRM, URN, Stage.PRE_TRIAL));
    }

    @Test
    void a_slot_that_was_given_back_on_closing_is_booked_anew() {
        given(
                        submitted(),
                        triaged(putForward("I1")),
                        slotBooked("15:20"),
                        slotReleased("15:20", ReleaseReason.WITHDRAWN),
                        withdrawn())
                .when(recordInError(4))
                .by(coordinator())
                .thenAccepted()
                .leaving(Engagement.PutForward.class)
                .and(file -> assertThat(file.booking()).isEmpty());
    }

    @Test
    void an_adjournment_in_error_gives_the_old_date_back_whatever_was_relisted_before() {
        given(
                        submittedBeforeTheFirstHearing(),
                        relisted("2020-11-20", "2020-11-27"),
                        outcome(ADJOURNED, null, "2020-12-04", "2020-11-27T12:00:00Z"))
                .when(recordInError(2))
                .by(coordinator())
                .thenAccepted()
                .and(file -> assertThat(file.hearingDate()).isEqualTo("2020-11-27"));
    }

    @Test
    void a_relisting_in_error_before_another_leaves_the_later_date() {
        given(
                        submitted(),
                        relisted("2020-11-20", "2020-12-01"),
                        relisted("2020-12-01", "2020-12-08"))
                .when(recordInError(1))
                .by(coordinator())
                .thenAccepted()
                .and(file -> assertThat(file.hearingDate()).isEqualTo("2020-12-08"));
    }

    @Test
    void a_meeting_in_error_unsettles_what_it_settled_though_a_resolution_followed() {
        given(
                        submitted(2),
                        triaged(answered("I1"), putForward("I2")),
                        slotBooked("15:20"),
                        meetingHeld("15:20", agreed("I2")),
                        resolved(settled("I1", ANSWERED), settled("I2", AGREED)))
                .when(recordInError(3))
                .by(coordinator())
                .at("2020-11-06T10:00:00Z")
                .thenAccepted()
                .leaving(Engagement.Booked.class)
                .and(file -> assertThat(file.booking()).contains(slot("15:20")));
    }

    @Test
    void the_meeting_can_then_be_recorded_as_it_was() {
        given(
                        submitted(),
                        triaged(putForward("I1")),
                        slotBooked("15:20"),
                        meetingHeld("15:20", disputed("I1")),
                        recordedInError(3))
                .when(missMeeting(Party.DEFENCE))
                .by(lead())
                .at("2020-11-06T10:00:00Z")
                .then(meetingMissed("15:20", Party.DEFENCE));
    }

    @Test
    void a_missed_meeting_in_error_leaves_the_slot_that_was_booked_since() {
        given(
                        submitted(),
                        triaged(putForward("I1")),
                        slotBooked("15:20"),
                        meetingMissed("15:20", Party.DEFENCE),
                        slotBooked("17:00"))
                .when(recordInError(3))
                .by(coordinator())
                .thenAccepted()
                .and(file -> assertThat(file.booking()).contains(slot("17:00")));
    }

    @Test
    void what_triage_found_twice_stays_found() {
        given(submitted(), triaged(putForward("I1")), triaged(putForward("I1")))
                .when(recordInError(1))
                .by(coordinator())
                .thenAccepted()
                .leaving(Engagement.PutForward.class);
    }
}
