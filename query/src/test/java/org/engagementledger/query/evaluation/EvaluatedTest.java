package org.engagementledger.query.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.engagementledger.domain.engagement.detail.IssueStatus.AGREED;
import static org.engagementledger.domain.engagement.detail.IssueStatus.ANSWERED;
import static org.engagementledger.query.evaluation.Events.*;
import static org.engagementledger.query.evaluation.Kind.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.MeetingResult;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Given what has happened in a case, this counts. */
class EvaluatedTest {

    @Nested
    class Requests {

        @Test
        void aFirmsRequestCountsWithItsNoticeBeforeTheHearing() {
            assertThat(CaseTold.of(submitted()).counted(REQUEST))
                    .containsExactly("0 REQUEST FIRM WITH_NOTICE 17 days");
        }

        @Test
        void aLitigantInPersonCountsAsOne() {
            CaseTold told = CaseTold.of(submitted(null, List.of()));

            assertThat(told.counted(REQUEST))
                    .containsExactly("0 REQUEST IN_PERSON WITH_NOTICE 17 days");
            assertThat(told.evaluated().firm()).isNull();
        }

        @Test
        void itsNoticeIsShortIfThatIsWhatItWasTold() {
            assertThat(CaseTold.of(toldThatItsNoticeIsShort()).counted(REQUEST))
                    .as("whatever is asked for now")
                    .containsExactly("0 REQUEST FIRM SHORT_NOTICE 17 days");
        }

        @Test
        void theNoticeIsWhatItWasWhenTheRequestCame() {
            CaseTold told = CaseTold.of(submitted(), relisted("2020-12-10"));

            assertThat(told.counted(REQUEST)).containsExactly("0 REQUEST FIRM WITH_NOTICE 17 days");
            assertThat(told.evaluated().hearingDate()).isEqualTo("2020-12-10");
        }

        @Test
        void anEarlierDateStandsAgainIfTheRelistingWasAnError() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            relisted("2020-12-10"),
                            relisted("2020-12-17"),
                            inError(2));

            assertThat(told.evaluated().hearingDate()).isEqualTo("2020-12-10");
        }

        @Test
        void whoRepresentsTheDefenceIsAsItStandsNow() {
            CaseTold told = CaseTold.of(submitted(), transferredTo("sample-llp"));
            assertThat(told.evaluated().firm()).isEqualTo(new FirmId("sample-llp"));

            told.then(transferredTo(null));
            assertThat(told.evaluated().firm()).isNull();
            assertThat(told.counted(REQUEST))
                    .as("the request stays a firm's")
                    .containsExactly("0 REQUEST FIRM WITH_NOTICE 17 days");

            told.then(inError(2));
            assertThat(told.evaluated().firm()).isEqualTo(new FirmId("sample-llp"));
        }

        @Test
        void aWithdrawalCountsUnlessItWasAnError() {
            CaseTold told = CaseTold.of(submitted(), withdrawn());
            assertThat(told.counted(WITHDRAWN)).containsExactly("1 WITHDRAWN");

            told.then(inError(1));
            assertThat(told.counted(WITHDRAWN)).isEmpty();
        }

        @Test
        void aCaseBeginsWithItsRequest() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> CaseTold.of(withdrawn()))
                    .withMessageContaining("case-1");
        }
    }

    @Nested
    class Needs {

        @Test
        void whatADefendantNeedsCountsOnce() {
            CaseTold told =
                    CaseTold.of(
                            submitted("example-and-co", List.of(Need.CHILD)),
                            withNeeds("D1", Need.CHILD, Need.MENTAL_HEALTH),
                            withDefendant("D2", "O2", Need.CHILD));

            assertThat(told.counted(NEED))
                    .containsExactly(
                            "0 NEED CHILD D1", "1 NEED MENTAL_HEALTH D1", "2 NEED CHILD D2");
        }

        @Test
        void whatWasSaidFirstInErrorCountsSinceItWasSaidAgain() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            withNeeds("D1", Need.INTERPRETER),
                            withNeeds("D1", Need.INTERPRETER),
                            inError(1));

            assertThat(told.counted(NEED)).containsExactly("2 NEED INTERPRETER D1");
        }

        @Test
        void aDefendantNamedInErrorNeedsNothing() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            withDefendant("D2", "O2"),
                            withNeeds("D2", Need.NEURODIVERGENCE),
                            inError(1));

            assertThat(told.counted(NEED)).isEmpty();
        }
    }

    @Nested
    class Triage {

        @Test
        void whatTriageAnswersIsResolved() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2"),
                            triaged(answered("I1"), outOfScope("I2")),
                            resolved(settled("I1", ANSWERED)));

            assertThat(told.counted(ISSUE_RAISED, TRIAGED, ISSUE_RESOLVED, RESOLVED))
                    .containsExactly(
                            "0 ISSUE_RAISED WITNESSES I1",
                            "0 ISSUE_RAISED WITNESSES I2",
                            "1 ISSUE_RESOLVED WITNESSES I1 ANSWERED",
                            "1 ISSUE_RESOLVED WITNESSES I2 OUT_OF_SCOPE",
                            "1 TRIAGED ANSWERED",
                            "2 RESOLVED");
        }

        @Test
        void whatIsOutOfScopeIsNoAnswerAndResolvesNoCase() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2"),
                            triaged(outOfScope("I1"), outOfScope("I2")),
                            resolved(
                                    settled("I1", IssueStatus.OUT_OF_SCOPE),
                                    settled("I2", IssueStatus.OUT_OF_SCOPE)));

            assertThat(told.counted(TRIAGED, ISSUE_RESOLVED, RESOLVED))
                    .containsExactly(
                            "1 ISSUE_RESOLVED WITNESSES I1 OUT_OF_SCOPE",
                            "1 ISSUE_RESOLVED WITNESSES I2 OUT_OF_SCOPE",
                            "1 TRIAGED OUT_OF_SCOPE");

            told.then(withIssue("I3"));
            told.then(triaged(answered("I3")));
            told.then(resolved(settled("I3", ANSWERED)));
            assertThat(told.counted(TRIAGED, RESOLVED))
                    .containsExactly("1 TRIAGED OUT_OF_SCOPE", "4 TRIAGED ANSWERED", "5 RESOLVED");
        }

        @Test
        void somethingPutForwardIsNotAnswered() {
            CaseTold told =
                    CaseTold.of(submitted("I1", "I2"), triaged(answered("I1"), putForward("I2")));

            assertThat(told.counted(TRIAGED, ISSUE_RESOLVED))
                    .containsExactly(
                            "1 ISSUE_RESOLVED WITNESSES I1 ANSWERED", "1 TRIAGED PUT_FORWARD");
        }

        @Test
        void triageInPartsCountsOnceItIsThrough() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2"),
                            partlyTriaged("I2", answered("I1")),
                            triaged(answered("I2")));

            assertThat(told.counted(TRIAGED, ISSUE_RESOLVED))
                    .containsExactly(
                            "1 ISSUE_RESOLVED WITNESSES I1 ANSWERED",
                            "2 ISSUE_RESOLVED WITNESSES I2 ANSWERED",
                            "2 TRIAGED ANSWERED");
        }

        @Test
        void aNewIssueIsTriagedASecondTime() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(answered("I1")),
                            resolved(settled("I1", ANSWERED)),
                            withIssue("I2"),
                            triaged(putForward("I2")));

            assertThat(told.counted(ISSUE_RAISED, TRIAGED, RESOLVED))
                    .containsExactly(
                            "0 ISSUE_RAISED WITNESSES I1",
                            "1 TRIAGED ANSWERED",
                            "2 RESOLVED",
                            "3 ISSUE_RAISED DISCLOSURE I2",
                            "4 TRIAGED PUT_FORWARD");
        }

        @Test
        void onlyTheFirstTimeThatTriageIsThroughIsTheFirst() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(putForward("I1")),
                            slotBooked(),
                            meetingHeld(on("I1", MeetingResult.DISPUTED)),
                            triaged(answered("I1")));
            assertThat(told.counted(TRIAGED))
                    .containsExactly("1 TRIAGED PUT_FORWARD", "4 TRIAGED ANSWERED");
            assertThat(told.firsts(TRIAGED))
                    .as("it did need a meeting")
                    .containsExactly("1 TRIAGED PUT_FORWARD");
        }

        @Test
        void ifTheFirstWasAnErrorTheNextIsTheFirst() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(putForward("I1")),
                            triaged(answered("I1")),
                            inError(1));
            assertThat(told.firsts(TRIAGED)).containsExactly("2 TRIAGED ANSWERED");
        }

        @Test
        void whatIsAnsweredWhileSomethingWaitsForAMeetingLeavesThatForTheMeeting() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(putForward("I1")),
                            withIssue("I2"),
                            triaged(answered("I2")));

            assertThat(told.counted(TRIAGED))
                    .containsExactly("1 TRIAGED PUT_FORWARD", "3 TRIAGED PUT_FORWARD");
        }

        @Test
        void anAnswerThatWasStruckResolvesNothing() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(answered("I1")),
                            resolved(settled("I1", ANSWERED)),
                            inError(1),
                            inError(2));
            assertThat(told.counted(TRIAGED, ISSUE_RESOLVED, RESOLVED)).isEmpty();

            told.then(triaged(putForward("I1")));
            assertThat(told.counted(TRIAGED, ISSUE_RESOLVED, RESOLVED))
                    .containsExactly("5 TRIAGED PUT_FORWARD");
        }

        @Test
        void whatIsOnlySaidAgainWhenAllIsSettledGoesWithTheAnswerThatWasStruck() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2"),
                            partlyTriaged("I2", answered("I1")),
                            triaged(answered("I2")),
                            resolved(settled("I1", ANSWERED), settled("I2", ANSWERED)),
                            inError(1));
            assertThat(told.counted(TRIAGED, ISSUE_RESOLVED, RESOLVED))
                    .as("I1 waits for triage again")
                    .containsExactly("2 ISSUE_RESOLVED WITNESSES I2 ANSWERED");

            told.then(triaged(answered("I1")));
            told.then(resolved(settled("I1", ANSWERED), settled("I2", ANSWERED)));
            assertThat(told.counted(TRIAGED, ISSUE_RESOLVED, RESOLVED))
                    .containsExactly(
                            "2 ISSUE_RESOLVED WITNESSES I2 ANSWERED",
                            "5 ISSUE_RESOLVED WITNESSES I1 ANSWERED",
                            "5 TRIAGED ANSWERED",
                            "6 RESOLVED");
        }

        @Test
        void anIssueThatWasRaisedInErrorIsNeitherFoundOnNorResolved() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            withIssue("I2"),
                            triaged(answered("I1"), putForward("I2")),
                            inError(1));

            assertThat(told.counted(ISSUE_RAISED, TRIAGED, ISSUE_RESOLVED))
                    .containsExactly(
                            "0 ISSUE_RAISED WITNESSES I1",
                            "2 ISSUE_RESOLVED WITNESSES I1 ANSWERED",
                            "2 TRIAGED ANSWERED");
        }
    }

    @Nested
    class Meetings {

        @Test
        void aSlotIsBookedGivenBackAndBookedAgain() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(putForward("I1")),
                            slotBooked(),
                            slotReleased(ReleaseReason.MOVED),
                            slotBooked());

            assertThat(told.counted(SLOT_BOOKED, SLOT_RELEASED))
                    .containsExactly(
                            "2 SLOT_BOOKED B01CN00-2020-11-05T1500 2020-11-05T15:00:00Z",
                            "3 SLOT_RELEASED MOVED 2020-11-05T15:00:00Z",
                            "4 SLOT_BOOKED B01CN00-2020-11-05T1500 2020-11-05T15:00:00Z");
        }

        @Test
        void whatIsAgreedIsResolvedAndWhatIsNarrowedOrDisputedIsnt() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2", "I3"),
                            triaged(putForward("I1"), putForward("I2"), putForward("I3")),
                            slotBooked(),
                            meetingHeld(
                                    on("I1", MeetingResult.AGREED),
                                    on("I2", MeetingResult.NARROWED),
                                    on("I3", MeetingResult.DISPUTED)));

            assertThat(told.counted(MEETING_HELD, ISSUE_RESOLVED))
                    .containsExactly(
                            "3 MEETING_HELD B01CN00-2020-11-05T1500 2020-11-05T15:00:00Z",
                            "3 ISSUE_RESOLVED WITNESSES I1 AGREED");
        }

        @Test
        void aMeetingCountsWhenItWasHeldAndABookingWhenItWasMade() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(putForward("I1")),
                            slotBooked(),
                            meetingHeld(on("I1", MeetingResult.DISPUTED)));

            assertThat(told.all())
                    .filteredOn(it -> it.kind() == MEETING_HELD)
                    .singleElement()
                    .satisfies(
                            it -> {
                                assertThat(it.at()).isEqualTo("2020-11-05T15:05:00Z");
                                assertThat(it.day()).isEqualTo("2020-11-05");
                                assertThat(it.recordedDay()).isEqualTo("2020-11-03");
                            });
            assertThat(told.all())
                    .filteredOn(it -> it.kind() == SLOT_BOOKED)
                    .singleElement()
                    .extracting(Counted::at)
                    .isEqualTo(Instant.parse("2020-11-03T12:00:00Z"));
        }

        @Test
        void aMeetingSaysWhoMissedIt() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(putForward("I1")),
                            slotBooked(),
                            meetingMissed(Party.POLICE, Party.DEFENCE));

            assertThat(told.counted(MEETING_MISSED))
                    .containsExactly("3 MEETING_MISSED DEFENCE POLICE 2020-11-05T15:00:00Z");

            told.then(inError(3));
            told.then(meetingHeld(on("I1", MeetingResult.AGREED)));
            assertThat(told.counted(MEETING_MISSED, MEETING_HELD))
                    .containsExactly("5 MEETING_HELD B01CN00-2020-11-05T1500 2020-11-05T15:00:00Z");
        }

        @Test
        void aSettlementOutsideAMeetingResolvesWhatWasUnsettled() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2"),
                            triaged(answered("I1"), putForward("I2")),
                            resolved(settled("I1", ANSWERED), settled("I2", AGREED)));

            assertThat(told.counted(ISSUE_RESOLVED, RESOLVED))
                    .containsExactly(
                            "1 ISSUE_RESOLVED WITNESSES I1 ANSWERED",
                            "2 ISSUE_RESOLVED WITNESSES I2 AGREED",
                            "2 RESOLVED");
        }

        @Test
        void whatWasSettledAtAMeetingIsResolvedWhenItWasHeldHoweverLateThatIsTypedIn() {
            CaseTold told = CaseTold.of(submitted("I1"), triaged(putForward("I1")), slotBooked());
            told.then("2020-11-23T09:00:00Z", meetingHeld(on("I1", MeetingResult.AGREED)));
            told.then("2020-11-23T09:00:00Z", resolved(settled("I1", AGREED)));

            assertThat(told.days(MEETING_HELD, ISSUE_RESOLVED, RESOLVED))
                    .containsExactly(
                            "3 MEETING_HELD 2020-11-05",
                            "3 ISSUE_RESOLVED 2020-11-05",
                            "4 RESOLVED 2020-11-05");
        }

        @Test
        void allIsResolvedWhenTheLastIssueIsSettled() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2"),
                            triaged(putForward("I1"), putForward("I2")),
                            slotBooked());
            told.then("2020-11-06T09:00:00Z", triaged(answered("I2")));
            told.then("2020-11-09T09:00:00Z", meetingHeld(on("I1", MeetingResult.AGREED)));
            told.then("2020-11-09T09:00:00Z", resolved(settled("I1", AGREED)));

            assertThat(told.days(ISSUE_RESOLVED, RESOLVED))
                    .as("the answer came after the meeting, which is typed in last")
                    .containsExactly(
                            "3 ISSUE_RESOLVED 2020-11-06",
                            "4 ISSUE_RESOLVED 2020-11-05",
                            "5 RESOLVED 2020-11-06");
        }

        @Test
        void whatIsSettledOutsideIsResolvedWhenThatIsRecorded() {
            CaseTold told = CaseTold.of(submitted("I1"), triaged(putForward("I1")));
            told.then("2020-11-09T09:00:00Z", resolved(settled("I1", AGREED)));

            assertThat(told.days(ISSUE_RESOLVED, RESOLVED))
                    .containsExactly("2 ISSUE_RESOLVED 2020-11-09", "2 RESOLVED 2020-11-09");
        }

        @Test
        void anIssueWhoseSettlementWasStruckCountsNoMore() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1", "I2"),
                            triaged(answered("I1"), putForward("I2")),
                            resolved(settled("I1", ANSWERED), settled("I2", AGREED)),
                            inError(2));

            assertThat(told.counted(ISSUE_RESOLVED, RESOLVED))
                    .containsExactly("1 ISSUE_RESOLVED WITNESSES I1 ANSWERED");
        }
    }

    @Nested
    class Pleas {

        @Test
        void anOfferAndWhatBecameOfItCountWhenTheyHappenedByThePleaThatWasOffered() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaIndicated("P1", Plea.GUILTY, "2020-11-03T09:00:00Z"),
                            pleaOffered("P2", Plea.GUILTY_ON_A_BASIS, "2020-11-04T09:00:00Z"),
                            pleaRejected("P2", "2020-11-05T09:00:00Z"),
                            pleaOffered("P3", Plea.GUILTY, "2020-11-06T09:00:00Z"),
                            pleaAgreed("P3", "2020-11-07T23:30:00Z"),
                            pleaWithdrawn("P3", "2020-11-08T09:00:00Z"));

            assertThat(
                            told.counted(
                                    PLEA_OFFERED,
                                    PLEA_INDICATED,
                                    PLEA_WITHDRAWN,
                                    PLEA_REJECTED,
                                    PLEA_AGREED))
                    .containsExactly(
                            "1 PLEA_INDICATED GUILTY P1",
                            "2 PLEA_OFFERED GUILTY_ON_A_BASIS P2",
                            "3 PLEA_REJECTED GUILTY_ON_A_BASIS P2",
                            "4 PLEA_OFFERED GUILTY P3",
                            "5 PLEA_AGREED GUILTY P3",
                            "6 PLEA_WITHDRAWN GUILTY P3");
            assertThat(told.all())
                    .filteredOn(it -> it.kind() == PLEA_AGREED)
                    .extracting(Counted::day)
                    .containsExactly(LocalDate.of(2020, 11, 7));
        }

        @Test
        void aRejectionInErrorLeavesTheOfferToBeAgreedTo() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaOffered("P1", Plea.GUILTY, "2020-11-04T09:00:00Z"),
                            pleaRejected("P1", "2020-11-05T09:00:00Z"),
                            inError(2),
                            pleaAgreed("P1", "2020-11-05T09:00:00Z"));

            assertThat(told.counted(PLEA_OFFERED, PLEA_REJECTED, PLEA_AGREED))
                    .containsExactly("1 PLEA_OFFERED GUILTY P1", "4 PLEA_AGREED GUILTY P1");
        }

        @Test
        void anOfferInErrorTakesItsRejectionWithIt() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaOffered("P1", Plea.GUILTY, "2020-11-04T09:00:00Z"),
                            pleaRejected("P1", "2020-11-05T09:00:00Z"),
                            inError(1));

            assertThat(told.counted(PLEA_OFFERED, PLEA_REJECTED)).isEmpty();
        }

        @Test
        void soDoesTheDefendantWhoWasNamedInError() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            withDefendant("D2", "O2"),
                            pleaOffered("P1", "D2", "O2", Plea.GUILTY, "2020-11-04T09:00:00Z"),
                            pleaRejected("P1", "2020-11-05T09:00:00Z"),
                            inError(1));

            assertThat(told.counted(PLEA_OFFERED, PLEA_REJECTED)).isEmpty();
        }
    }

    /** What is settled is so many days before the hearing, as it was listed when it was settled. */
    @Nested
    class Notice {

        @Test
        void aLaterListingMakesItNoLonger() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            pleaOffered("P1", Plea.GUILTY, "2020-11-04T09:00:00Z"));
            told.then("2020-11-04T10:00:00Z", triaged(answered("I1")));
            told.then("2020-11-04T10:00:00Z", resolved(settled("I1", ANSWERED)));
            told.then("2020-11-06T09:00:00Z", pleaAgreed("P1", "2020-11-05T09:00:00Z"));
            told.then("2020-11-20T14:00:00Z", ineffective("2021-01-10"));
            told.then("2020-11-21T14:00:00Z", relisted("2021-02-10"));

            assertThat(told.notices(ISSUE_RESOLVED, RESOLVED, PLEA_AGREED))
                    .containsExactly(
                            "2 ISSUE_RESOLVED 16 days",
                            "3 RESOLVED 16 days",
                            "4 PLEA_AGREED 15 days");
        }

        @Test
        void whatIsAgreedOnTheDayItselfHasNone() {
            CaseTold told =
                    CaseTold.of(
                            submitted(), pleaOffered("P1", Plea.GUILTY, "2020-11-20T09:00:00Z"));
            told.then("2020-11-20T09:30:00Z", pleaAgreed("P1", "2020-11-20T09:30:00Z"));
            told.then("2020-11-20T14:00:00Z", ineffective("2021-01-10"));

            assertThat(told.notices(PLEA_AGREED)).containsExactly("2 PLEA_AGREED 0 days");
        }

        @Test
        void whatIsTypedInAfterTheListingChangedCountsByTheOneOfItsDay() {
            CaseTold told =
                    CaseTold.of(
                            submitted("I1"),
                            triaged(putForward("I1")),
                            slotBooked(),
                            pleaOffered("P1", Plea.GUILTY, "2020-11-04T09:00:00Z"),
                            pleaOffered("P2", Plea.GUILTY, "2020-11-04T09:00:00Z"));
            told.then("2020-11-20T15:00:00Z", ineffective("2021-01-10"));
            told.then("2020-11-23T09:00:00Z", meetingHeld(on("I1", MeetingResult.AGREED)));
            told.then("2020-11-23T09:00:00Z", resolved(settled("I1", AGREED)));
            told.then("2020-11-23T09:00:00Z", pleaAgreed("P1", "2020-11-20T09:00:00Z"));
            told.then("2020-11-23T09:00:00Z", pleaAgreed("P2", "2020-11-23T08:00:00Z"));

            assertThat(told.notices(ISSUE_RESOLVED, RESOLVED, PLEA_AGREED))
                    .containsExactly(
                            "6 ISSUE_RESOLVED 15 days",
                            "7 RESOLVED 15 days",
                            "8 PLEA_AGREED 0 days",
                            "9 PLEA_AGREED 48 days");
        }

        @Test
        void aListingInErrorNeverWas() {
            CaseTold told = CaseTold.of(submitted("I1"), relisted("2020-12-20"));
            told.then("2020-11-04T10:00:00Z", triaged(answered("I1")));
            assertThat(told.notices(ISSUE_RESOLVED)).containsExactly("2 ISSUE_RESOLVED 46 days");

            told.then("2020-11-04T11:00:00Z", inError(1));
            assertThat(told.notices(ISSUE_RESOLVED)).containsExactly("2 ISSUE_RESOLVED 16 days");
        }
    }

    @Nested
    class Outcomes {

        @Test
        void anOutcomeCountsWithItsCodeAndTheDayOfItsHearing() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            ineffective("2020-12-01"),
                            outcome(ListingResult.EFFECTIVE, null));

            assertThat(told.counted(OUTCOME))
                    .containsExactly(
                            "1 OUTCOME INEFFECTIVE:M1 2020-11-20",
                            "2 OUTCOME EFFECTIVE 2020-11-20");
            assertThat(told.evaluated().hearingDate()).isEqualTo("2020-12-01");
        }

        @Test
        void itCountsOnTheHearingsDayHoweverLateItIsTypedIn() {
            for (ListingResult result :
                    List.of(
                            ListingResult.CRACKED,
                            ListingResult.EFFECTIVE,
                            ListingResult.ADJOURNED)) {
                CaseTold told = CaseTold.of(submitted());
                told.then("2020-11-23T09:00:00Z", outcome(result, null, "2020-11-23T09:00:00Z"));

                assertThat(told.days(OUTCOME)).containsExactly("1 OUTCOME 2020-11-20");
            }
        }

        @Test
        void whatCameAboutBeforeTheHearingCountsWhenItDid() {
            for (ListingResult result :
                    List.of(ListingResult.VACATED, ListingResult.DISCONTINUED)) {
                CaseTold told = CaseTold.of(submitted());
                told.then("2020-11-23T09:00:00Z", outcome(result, null, "2020-11-13T09:00:00Z"));

                assertThat(told.days(OUTCOME)).containsExactly("1 OUTCOME 2020-11-13");
            }
        }

        @Test
        void aContradictionCountsOnTheDayOfItsOutcome() {
            CaseTold told =
                    CaseTold.of(
                            submitted(), pleaOffered("P1", Plea.GUILTY, "2020-11-04T09:00:00Z"));
            told.then(
                    "2020-11-23T09:00:00Z",
                    outcome(ListingResult.CRACKED, "A", "2020-11-23T09:00:00Z"));

            assertThat(told.days(CONTRADICTION)).containsExactly("2 CONTRADICTION 2020-11-20");
        }

        @Test
        void oneInErrorDoesntAndItsNewDateIsGone() {
            CaseTold told =
                    CaseTold.of(submitted(), ineffective("2020-12-01"), inError(1), cracked("I"));

            assertThat(told.counted(OUTCOME)).containsExactly("3 OUTCOME CRACKED:I 2020-11-20");
            assertThat(told.evaluated().hearingDate()).isEqualTo(TRIAL);
        }
    }

    /** In the careful words of whoever reads them: they say what is on record, and no more. */
    @Nested
    class Contradictions {

        private static final String DAY_BEFORE = "2020-11-19T16:00:00Z";
        private static final String THAT_DAY = "2020-11-20T09:00:00Z";

        private List<String> contradictions(CaseTold told) {
            return told.counted(CONTRADICTION);
        }

        @Test
        void firstOfferedTodayIsContradictedByAnOfferOfTheDayBefore() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                            cracked("A"))))
                    .containsExactly("2 CONTRADICTION OFFERED_EARLIER by 1");
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered(
                                                    "P1",
                                                    Plea.GUILTY_TO_A_LESSER_OFFENCE,
                                                    DAY_BEFORE),
                                            cracked("C"))))
                    .containsExactly("2 CONTRADICTION OFFERED_EARLIER by 1");
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.BIND_OVER, DAY_BEFORE),
                                            cracked("E"))))
                    .containsExactly("2 CONTRADICTION OFFERED_EARLIER by 1");
        }

        @Test
        void onlyPerhapsInACaseOfSeveralDefendantsOrOffences() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            withDefendant("D2", "O2"),
                                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                            cracked("A"))))
                    .containsExactly("3 CONTRADICTION PERHAPS_OFFERED_EARLIER by 2");
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            withOffence("D1", "O2"),
                                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                            cracked("A"))))
                    .containsExactly("3 CONTRADICTION PERHAPS_OFFERED_EARLIER by 2");
        }

        @Test
        void surelyIfTheOtherDefendantWasNamedInError() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            withDefendant("D2", "O2"),
                                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                            cracked("A"),
                                            inError(1))))
                    .containsExactly("3 CONTRADICTION OFFERED_EARLIER by 2");
        }

        @Test
        void notByAnOfferOfThatDay() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.GUILTY, THAT_DAY),
                                            cracked("A"))))
                    .isEmpty();
        }

        @Test
        void notByAnOfferOfAnotherKind() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaOffered("P1", Plea.GUILTY_TO_A_LESSER_OFFENCE, DAY_BEFORE),
                            pleaOffered("P2", Plea.ADMITS_BREACH, DAY_BEFORE),
                            pleaOffered("P3", Plea.BIND_OVER, DAY_BEFORE),
                            cracked("A"));

            assertThat(contradictions(told)).isEmpty();
        }

        @Test
        void notByWhatTheProsecutionIndicated() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaIndicated("P1", Plea.GUILTY, DAY_BEFORE),
                                            cracked("A"))))
                    .isEmpty();
        }

        @Test
        void anOfferThatWasTakenBackWasOfferedEarlierAllTheSame() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                            pleaWithdrawn("P1", DAY_BEFORE),
                                            pleaOffered("P2", Plea.GUILTY, THAT_DAY),
                                            pleaAgreed("P2", THAT_DAY),
                                            cracked("A"))))
                    .containsExactly("5 CONTRADICTION OFFERED_EARLIER by 1");
        }

        @Test
        void ofSeveralOffersTheEarliestContradicts() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                            pleaOffered(
                                                    "P2",
                                                    Plea.GUILTY_ON_A_BASIS,
                                                    "2020-11-12T09:00:00Z"),
                                            pleaOffered("P3", Plea.GUILTY, THAT_DAY),
                                            cracked("A"))))
                    .containsExactly("4 CONTRADICTION OFFERED_EARLIER by 2");
        }

        @Test
        void anOfferRecordedInErrorContradictsNothing() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                            cracked("A"),
                            inError(1));

            assertThat(contradictions(told)).isEmpty();
        }

        @Test
        void aCodeRecordedInErrorIsntContradicted() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                            cracked("A"),
                            inError(2),
                            cracked("I"));

            assertThat(contradictions(told)).isEmpty();
        }

        @Test
        void previouslyRejectedFindsNoRejectionOnThisLedger() {
            for (String code : List.of("B", "D", "F")) {
                assertThat(contradictions(CaseTold.of(submitted(), cracked(code))))
                        .containsExactly("1 CONTRADICTION NO_REJECTION_ON_THIS_LEDGER");
            }
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                            pleaWithdrawn("P1", DAY_BEFORE),
                                            cracked("B"))))
                    .containsExactly("3 CONTRADICTION NO_REJECTION_ON_THIS_LEDGER");
        }

        @Test
        void previouslyRejectedGoesWithARejectionOfAFittingPlea() {
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.GUILTY_ON_A_BASIS, DAY_BEFORE),
                                            pleaRejected("P1", DAY_BEFORE),
                                            cracked("B"))))
                    .isEmpty();
            assertThat(
                            contradictions(
                                    CaseTold.of(
                                            submitted(),
                                            pleaOffered("P1", Plea.BIND_OVER, DAY_BEFORE),
                                            pleaRejected("P1", DAY_BEFORE),
                                            cracked("D"))))
                    .as("another kind was rejected")
                    .containsExactly("3 CONTRADICTION NO_REJECTION_ON_THIS_LEDGER");
        }

        @Test
        void aRejectionRecordedInErrorIsNoRejection() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaOffered("P1", Plea.BIND_OVER, DAY_BEFORE),
                            pleaRejected("P1", DAY_BEFORE),
                            inError(2),
                            cracked("F"));

            assertThat(contradictions(told))
                    .containsExactly("4 CONTRADICTION NO_REJECTION_ON_THIS_LEDGER");
        }

        @Test
        void theSameLettersMeanOtherThingsWhereATrialWasVacated() {
            CaseTold told =
                    CaseTold.of(
                            submitted(),
                            pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                            outcome(ListingResult.VACATED, "A"));

            assertThat(contradictions(told)).isEmpty();
            assertThat(
                            contradictions(
                                    CaseTold.of(submitted(), outcome(ListingResult.VACATED, "B"))))
                    .isEmpty();
        }

        @Test
        void codesThatSayNothingOfAnOfferAreNotContradicted() {
            for (String code : List.of("G", "H", "I", "J", "K", "L")) {
                assertThat(
                                contradictions(
                                        CaseTold.of(
                                                submitted(),
                                                pleaOffered("P1", Plea.GUILTY, DAY_BEFORE),
                                                cracked(code))))
                        .isEmpty();
            }
        }
    }
}
