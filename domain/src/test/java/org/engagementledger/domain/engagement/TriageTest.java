package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;
import static org.engagementledger.domain.engagement.detail.IssueStatus.AGREED;
import static org.engagementledger.domain.engagement.detail.IssueStatus.ANSWERED;
import static org.engagementledger.domain.engagement.detail.IssueStatus.OUT_OF_SCOPE;

import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.engagement.detail.Finding;
import org.engagementledger.domain.engagement.detail.FindingKind;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TriageTest {

    @Test
    void triage_in_one_step_finds_on_every_issue() {
        given(submitted(2))
                .when(triage(answered("I1"), putForward("I2")))
                .by(triageOfficer())
                .then(triaged(answered("I1"), putForward("I2")))
                .leaving(Engagement.PutForward.class);
    }

    @Test
    void triage_in_several_steps_says_what_is_outstanding() {
        given(submitted(3))
                .when(triage(putForward("I2")))
                .by(triageOfficer())
                .then(partlyTriaged("I1 I3", putForward("I2")))
                .leaving(Engagement.InTriage.class);
        given(submitted(2), partlyTriaged("I1", putForward("I2")))
                .when(triage(answered("I1")))
                .by(triageOfficer())
                .then(triaged(answered("I1")))
                .leaving(Engagement.PutForward.class);
    }

    @Test
    void when_triage_settles_every_issue_the_engagement_is_resolved() {
        given(submitted(2))
                .when(triage(answered("I1"), outOfScope("I2")))
                .by(triageOfficer())
                .then(
                        triaged(answered("I1"), outOfScope("I2")),
                        resolved(settled("I1", ANSWERED), settled("I2", OUT_OF_SCOPE)))
                .leaving(Engagement.Resolved.class);
    }

    @Test
    void what_was_put_forward_can_still_be_answered_and_its_slot_is_given_back() {
        given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                .when(triage(answered("I1")))
                .by(triageOfficer())
                .then(
                        triaged(answered("I1")),
                        resolved(settled("I1", ANSWERED)),
                        slotReleased("15:20", ReleaseReason.RESOLVED))
                .leaving(Engagement.Resolved.class);
    }

    @Test
    void a_slot_stays_while_another_issue_is_in_triage() {
        given(submitted(), triaged(putForward("I1")), slotBooked("15:20"), amendedWithIssue("I2"))
                .when(triage(answered("I1")))
                .by(triageOfficer())
                .then(partlyTriaged("I2", answered("I1")))
                .leaving(Engagement.InTriage.class);
    }

    @Test
    void what_is_settled_stays_settled() {
        given(submitted(2), partlyTriaged("I2", answered("I1")))
                .when(triage(putForward("I1")))
                .by(triageOfficer())
                .thenRefused(ISSUE_SETTLED, "/findings/0/issue")
                .saying("Issue I1 is settled already.");
    }

    @Test
    void triage_without_a_finding_is_none() {
        given(submitted()).when(triage()).by(triageOfficer()).thenRefused(NO_FINDING, "/findings");
    }

    @Test
    void what_is_wrong_with_several_findings_comes_back_together() {
        given(submitted(3), partlyTriaged("I2 I3", answered("I1")))
                .when(
                        triage(
                                answered("I1"),
                                new Finding(
                                        new IssueId("I2"), FindingKind.ANSWERED, null, null, null),
                                new Finding(
                                        new IssueId("I3"),
                                        FindingKind.OUT_OF_SCOPE,
                                        null,
                                        null,
                                        null),
                                putForward("I3"),
                                putForward("I9")))
                .by(triageOfficer())
                .thenRefusedWith(
                        broken(ISSUE_SETTLED, "/findings/0/issue"),
                        broken(ANSWER_REQUIRED, "/findings/1/answer"),
                        broken(REASON_REQUIRED, "/findings/2/reason"),
                        broken(NAMED_TWICE, "/findings/3/issue"),
                        broken(ISSUE_UNKNOWN, "/findings/4/issue"))
                .saying("There is no such issue in this engagement.");
    }

    @Nested
    class Information {

        @Test
        void the_prosecution_asks_of_whom_what_and_why() {
            given(submitted())
                    .when(requestInformation())
                    .by(triageOfficer())
                    .then(informationRequested("R1"));
        }

        @Test
        void requests_are_numbered() {
            given(submitted(), informationRequested("R1"))
                    .when(requestInformation())
                    .by(lead())
                    .then(informationRequested("R2"));
        }

        @Test
        void a_request_says_everything_and_what_it_asks_is_shared() {
            given(submitted())
                    .when(requestInformation(null, null, null, "2020-11-02"))
                    .by(triageOfficer())
                    .thenRefusedWith(
                            broken(REQUIRED, "/of"),
                            broken(REQUIRED, "/what"),
                            broken(REQUIRED, "/why"),
                            broken(DUE_IN_PAST, "/due"));
            given(submitted())
                    .when(
                            requestInformation(
                                    Party.DEFENCE,
                                    prosecutionOnly("When?"),
                                    prosecutionOnly("The file is thin."),
                                    "2020-11-03"))
                    .by(triageOfficer())
                    .thenRefused(MUST_BE_SHARED, "/what/visibility");
        }
    }

    @Nested
    class SettledBetweenTheParties {

        @Test
        void every_issue_is_settled_and_the_slot_given_back() {
            given(submitted(2), triaged(answered("I1"), putForward("I2")), slotBooked("15:20"))
                    .when(resolve("I2"))
                    .by(triageOfficer())
                    .then(
                            resolved(settled("I1", ANSWERED), settled("I2", AGREED)),
                            slotReleased("15:20", ReleaseReason.RESOLVED))
                    .leaving(Engagement.Resolved.class);
        }

        @Test
        void a_slot_that_has_begun_is_kept_for_the_meeting_to_be_recorded() {
            given(submitted(), triaged(putForward("I1")), slotBooked("15:20"))
                    .when(resolve("I1"))
                    .by(lead())
                    .at("2020-11-05T15:20:00Z")
                    .then(resolved(settled("I1", AGREED)));
        }

        @Test
        void none_may_be_left_out() {
            given(submitted(3), triaged(answered("I1"), putForward("I2"), putForward("I3")))
                    .when(resolve("I1"))
                    .by(lead())
                    .thenRefusedWith(
                            broken(ISSUE_SETTLED, "/settled/0/issue"),
                            broken(UNSETTLED_ISSUES, "/settled"))
                    .saying("These issues would stay unsettled: I2, I3.");
        }

        @Test
        void what_is_resolved_is_not_resolved_again() {
            given(submitted(), triaged(answered("I1")), resolved(settled("I1", ANSWERED)))
                    .when(resolve())
                    .by(lead())
                    .thenRefused(NOTHING_TO_RESOLVE, "");
        }
    }
}
