package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;
import static org.engagementledger.domain.engagement.detail.AttendeeRole.*;

import java.util.List;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.engagement.command.HoldMeeting;
import org.engagementledger.domain.engagement.detail.ActionPoint;
import org.engagementledger.domain.engagement.detail.Attendee;
import org.engagementledger.domain.engagement.detail.AttendeeRole;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.MeetingHeld;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingTest {

    private static final String JUST_BEFORE = "2020-11-05T15:19:59Z";
    private static final String AFTER_THE_SLOT = "2020-11-05T15:45:00Z";

    private static Scenario booked() {
        return given(submitted(), triaged(putForward("I1")), slotBooked("15:20"));
    }

    @Test
    void a_meeting_that_agrees_on_everything_resolves_the_engagement() {
        booked().when(holdMeeting(agreed("I1")))
                .by(lead())
                .at(AFTER_THE_SLOT)
                .then(
                        meetingHeld("15:20", agreed("I1")),
                        resolved(settled("I1", IssueStatus.AGREED)))
                .leaving(Engagement.Resolved.class);
    }

    @Test
    void what_stays_disputed_or_is_only_narrowed_may_have_another_slot() {
        booked().when(holdMeeting(disputed("I1")))
                .by(lead())
                .at(AFTER_THE_SLOT)
                .then(meetingHeld("15:20", disputed("I1")))
                .leaving(Engagement.PutForward.class)
                .and(file -> assertThat(file.booking()).isEmpty());
        booked().when(holdMeeting(narrowed("I1")))
                .by(lead())
                .at(AFTER_THE_SLOT)
                .then(meetingHeld("15:20", narrowed("I1")))
                .leaving(Engagement.PutForward.class);
    }

    @Test
    void a_meeting_is_recorded_from_the_moment_it_began() {
        booked().when(holdMeeting(agreed("I1")))
                .by(lead())
                .at(JUST_BEFORE)
                .thenRefused(MEETING_NOT_BEGUN, "");
        booked().when(holdMeeting(agreed("I1")))
                .by(lead())
                .at("2020-11-05T15:20:00Z")
                .thenAccepted();
    }

    @Test
    void without_a_slot_there_was_no_meeting() {
        given(submitted(), triaged(putForward("I1")))
                .when(holdMeeting(agreed("I1")))
                .by(lead())
                .thenRefused(NOTHING_BOOKED, "");
    }

    @Test
    void it_happened_after_its_slot_began_and_not_in_the_future() {
        booked().when(
                        holdMeeting(
                                theLeadAndTheDefence(),
                                instant("2020-11-05T15:46:00Z"),
                                agreed("I1")))
                .by(lead())
                .at(AFTER_THE_SLOT)
                .thenRefused(OCCURRED_IN_FUTURE, "/occurredAt");
        booked().when(
                        holdMeeting(
                                theLeadAndTheDefence(),
                                instant("2020-11-05T15:10:00Z"),
                                agreed("I1")))
                .by(lead())
                .at(AFTER_THE_SLOT)
                .thenRefused(OCCURRED_TOO_EARLY, "/occurredAt")
                .saying("This can't have happened before the slot began.");
    }

    @Test
    void a_meeting_may_be_recorded_days_later_with_the_time_it_was_held() {
        EngagementEvent held =
                booked().when(
                                holdMeeting(
                                        theLeadAndTheDefence(),
                                        instant("2020-11-05T15:25:00Z"),
                                        disputed("I1")))
                        .by(lead())
                        .at("2020-11-09T09:00:00Z")
                        .thenAccepted()
                        .events()
                        .getFirst();
        assertThat(held.occurredAt()).isEqualTo("2020-11-05T15:25:00Z");
    }

    @Nested
    class Outcomes {

        private static Scenario twoToDiscuss() {
            return given(
                    submitted(4),
                    triaged(answered("I1"), putForward("I2"), putForward("I3"), putForward("I4")),
                    slotBooked("15:20"));
        }

        @Test
        void every_issue_put_forward_has_one() {
            twoToDiscuss()
                    .when(holdMeeting(agreed("I2")))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .thenRefused(OUTCOMES_MISSING, "/outcomes")
                    .saying("The meeting's outcome is missing for: I3, I4.");
        }

        @Test
        void are_about_issues_that_are_there_and_unsettled_once_each() {
            twoToDiscuss()
                    .when(
                            holdMeeting(
                                    agreed("I1"),
                                    agreed("I2"),
                                    disputed("I2"),
                                    agreed("I3"),
                                    agreed("I4"),
                                    agreed("I5")))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .thenRefusedWith(
                            broken(ISSUE_SETTLED, "/outcomes/0/issue"),
                            broken(NAMED_TWICE, "/outcomes/2/issue"),
                            broken(ISSUE_UNKNOWN, "/outcomes/5/issue"));
        }

        @Test
        void a_new_issue_that_is_in_triage_needs_none_and_goes_on_in_triage() {
            given(
                            submitted(),
                            triaged(putForward("I1")),
                            slotBooked("15:20"),
                            amendedWithIssue("I2"))
                    .when(holdMeeting(agreed("I1")))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .then(meetingHeld("15:20", agreed("I1")))
                    .leaving(Engagement.InTriage.class);
        }

        @Test
        void a_new_issue_that_is_in_triage_may_be_settled_on_the_way() {
            given(
                            submitted(),
                            triaged(putForward("I1")),
                            slotBooked("15:20"),
                            amendedWithIssue("I2"))
                    .when(holdMeeting(agreed("I1"), agreed("I2")))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .then(
                            meetingHeld("15:20", agreed("I1"), agreed("I2")),
                            resolved(
                                    settled("I1", IssueStatus.AGREED),
                                    settled("I2", IssueStatus.AGREED)))
                    .leaving(Engagement.Resolved.class);
        }
    }

    @Nested
    class WhoWasThere {

        @ParameterizedTest
        @EnumSource(
                names = {"LEAD_DISTRICT_CROWN_PROSECUTOR", "LEGAL_ADVISER_WITH_DEVOLVED_AUTHORITY"})
        void somebody_who_can_decide(AttendeeRole decides) {
            booked().when(
                            holdMeeting(
                                    attendees(decides, DEFENDANT_IN_PERSON), null, disputed("I1")))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .thenAccepted();
        }

        @Test
        void without_a_lead_and_without_the_defence_it_was_no_meeting() {
            booked().when(
                            holdMeeting(
                                    attendees(PROSECUTOR, HMCTS_CONTACT, POLICE_CONTACT),
                                    null,
                                    disputed("I1")))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .thenRefusedWith(
                            broken(NO_LEAD_PRESENT, "/attendees"),
                            broken(NO_DEFENCE_PRESENT, "/attendees"))
                    .saying("A meeting without the defence wasn't held: record who missed it.");
        }

        @Test
        void everybody_has_a_name() {
            booked().when(
                            holdMeeting(
                                    List.of(
                                            attendee(LEAD_DISTRICT_CROWN_PROSECUTOR),
                                            attendee(DEFENCE_PRACTITIONER),
                                            new Attendee(POLICE_CONTACT, personal(" "))),
                                    null,
                                    disputed("I1")))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .thenRefused(REQUIRED, "/attendees/2/name");
        }
    }

    @Nested
    class WhatIsToBeDone {

        private static HoldMeeting meeting(ActionPoint... actions) {
            return new HoldMeeting(
                    ENGAGEMENT,
                    null,
                    theLeadAndTheDefence(),
                    List.of(disputed("I1")),
                    List.of(actions),
                    List.of());
        }

        @Test
        void by_whom_and_when_is_kept() {
            ActionPoint serve = action("Serve the statement", "2020-11-05");
            EngagementEvent held =
                    booked().when(meeting(serve))
                            .by(lead())
                            .at("2020-11-09T09:00:00Z")
                            .thenAccepted()
                            .events()
                            .getFirst();
            assertThat(((MeetingHeld) held).actions()).containsExactly(serve);
        }

        @Test
        void is_shared_and_due_on_the_day_of_the_meeting_or_later() {
            booked().when(
                            meeting(
                                    action("Serve the statement", "2020-11-04"),
                                    new ActionPoint(
                                            Party.PROSECUTION,
                                            prosecutionOnly("Ask the officer"),
                                            date("2020-11-10"))))
                    .by(lead())
                    .at(AFTER_THE_SLOT)
                    .thenRefusedWith(
                            broken(DUE_IN_PAST, "/actions/0/due"),
                            broken(MUST_BE_SHARED, "/actions/1/what/visibility"));
        }
    }
}
