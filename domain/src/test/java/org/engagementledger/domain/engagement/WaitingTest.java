package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.WorkingDays;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.DefendantId;
import org.engagementledger.domain.engagement.detail.IssueStatus;
import org.engagementledger.domain.engagement.detail.LeaveReason;
import org.engagementledger.domain.engagement.detail.NewDefendantDetails;
import org.engagementledger.domain.engagement.detail.OfferWithdrawalReason;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.Amended;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.WaitingListJoined;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingTest {

    private static final String TOMORROW = "2020-11-04T10:00:00Z";

    private static Scenario putForwardAnd(EngagementEvent... more) {
        EngagementEvent[] history = new EngagementEvent[more.length + 2];
        history[0] = submitted();
        history[1] = triaged(putForward("I1"));
        System.arraycopy(more, 0, history, 2, more.length);
        return given(history);
    }

    private static EngagementEvent noLongerOffered() {
        return slotOfferWithdrawn("15:20", OfferWithdrawalReason.WAITS_NO_LONGER);
    }

    /** The slot at 15:20 is on offer until tomorrow at ten. */
    private static Scenario offered() {
        return putForwardAnd(joined(), slotOffered("15:20", TOMORROW))
                .slotKept("15:20", ENGAGEMENT, TOMORROW);
    }

    private static Actor policy() {
        return actor(Role.SYSTEM);
    }

    @Nested
    class Joining {

        @ParameterizedTest
        @EnumSource(names = {"DEFENCE_PRACTITIONER", "TRIAGE_OFFICER", "COORDINATOR"})
        void whoever_may_book_a_slot_may_wait_for_one(Role role) {
            putForwardAnd()
                    .when(joinWaitingList("2020-11-05", "2020-11-12"))
                    .by(actor(role))
                    .then(joined("2020-11-05", "2020-11-12"))
                    .leaving(Engagement.PutForward.class);
        }

        @Test
        void nobody_waits_before_something_was_put_forward() {
            given(submitted())
                    .when(joinWaitingList())
                    .by(practitioner())
                    .thenRefused(NOTHING_PUT_FORWARD, "");
        }

        @Test
        void whoever_has_a_slot_does_not_wait_for_another() {
            putForwardAnd(slotBooked("15:20"))
                    .when(joinWaitingList())
                    .by(practitioner())
                    .thenRefused(HAS_A_SLOT, "");
        }

        @Test
        void a_place_is_taken_once() {
            putForwardAnd(joined())
                    .when(joinWaitingList())
                    .by(practitioner())
                    .thenRefused(WAITING_ALREADY, "");
        }

        @Test
        void it_is_too_late_to_wait_when_no_slot_can_be_in_time_before_the_hearing() {
            putForwardAnd()
                    .onTerms(new Terms(TERMS.courts(), Duration.ofHours(24), 10))
                    .when(joinWaitingList())
                    .by(practitioner())
                    .at("2020-11-19T00:00:00Z")
                    .thenRefused(HEARING_TOO_NEAR, "")
                    .saying(
                            "No slot can be in time before the hearing: the last may begin before"
                                    + " 00:00 on Thu 19 Nov 2020.");
        }

        @Test
        void the_days_that_suit_are_in_order_and_still_to_come_and_before_the_hearing() {
            putForwardAnd()
                    .when(joinWaitingList("2020-11-20", "2020-11-02"))
                    .by(practitioner())
                    .thenRefusedWith(
                            broken(HEARING_TOO_NEAR, "/suitableFrom"),
                            broken(DAYS_HAVE_PASSED, "/suitableUntil"),
                            broken(DATES_IN_WRONG_ORDER, "/suitableUntil"));
        }
    }

    @Nested
    class TheOffer {

        @Test
        void of_a_free_slot_lasts_a_day() {
            putForwardAnd(joined())
                    .when(offerSlot("15:20"))
                    .by(policy())
                    .then(slotOffered("15:20", TOMORROW));
        }

        @Test
        void on_a_friday_lasts_until_the_monday() {
            putForwardAnd(joined())
                    .when(offerSlot("15:20"))
                    .by(policy())
                    .at("2020-10-30T17:00:00Z")
                    .then(slotOffered("15:20", "2020-11-02T17:00:00Z"));
        }

        @Test
        void lasts_over_a_bank_holiday_too() {
            WorkingDays wednesdayOff = new WorkingDays(LocalDate.of(2020, 11, 4)::equals);
            putForwardAnd(joined())
                    .onTerms(
                            new Terms(
                                    TERMS.courts(),
                                    TERMS.preparation(),
                                    TERMS.noticeDays(),
                                    TERMS.triageLimit(),
                                    wednesdayOff,
                                    TERMS.waiting()))
                    .when(offerSlot("15:20"))
                    .by(policy())
                    .then(slotOffered("15:20", "2020-11-05T10:00:00Z"));
        }

        @Test
        void ends_an_hour_before_the_slot_at_the_latest() {
            putForwardAnd(joined())
                    .when(offerSlot("15:20"))
                    .by(policy())
                    .at("2020-11-05T10:00:00Z")
                    .then(slotOffered("15:20", "2020-11-05T14:20:00Z"));
        }

        @Test
        void is_not_made_when_there_is_no_time_to_answer() {
            putForwardAnd(joined())
                    .when(offerSlot("15:20"))
                    .by(policy())
                    .at("2020-11-05T14:20:00Z")
                    .thenRefused(TOO_LATE_TO_OFFER, "/start");
        }

        @Test
        void is_made_to_whoever_waits_only_and_one_at_a_time() {
            putForwardAnd().when(offerSlot("15:20")).by(policy()).thenRefused(NOT_WAITING, "");
            offered().when(offerSlot("15:40")).by(policy()).thenRefused(OFFER_OPEN, "");
            putForwardAnd(joined(), relisted("2020-11-20", "2020-11-05"))
                    .when(offerSlot("15:20"))
                    .by(policy())
                    .thenRefused(SLOT_TOO_LATE, "/start");
            putForwardAnd(joined())
                    .when(offerSlot(session(BEXLEY, "2020-11-05T15:00").id(), "15:20"))
                    .by(policy())
                    .thenRefused(OTHER_COURT, "/surgery");
            putForwardAnd(joined())
                    .when(offerSlot(session(BEXLEY, "2020-11-06T15:00").id(), "15:20"))
                    .by(policy())
                    .thenRefused(SURGERY_UNKNOWN, "/surgery");
            putForwardAnd(joined())
                    .when(offerSlot("15:30"))
                    .by(policy())
                    .thenRefused(OFF_GRID, "/start");
        }

        @Test
        void is_accepted_by_booking_its_slot_and_the_waiting_is_over() {
            offered()
                    .when(acceptOffer())
                    .by(practitioner())
                    .at("2020-11-04T09:59:59Z")
                    .then(slotBooked("15:20"))
                    .leaving(Engagement.Booked.class)
                    .and(file -> assertThat(file.waiting()).isNull());
            offered().when(bookSlot("15:20")).by(triageOfficer()).then(slotBooked("15:20"));
        }

        @Test
        void keeps_the_slot_from_others_without_saying_for_whom() {
            putForwardAnd()
                    .slotKept("15:20", ANOTHER_ENGAGEMENT, TOMORROW)
                    .when(bookSlot("15:20"))
                    .by(practitioner())
                    .at("2020-11-04T09:59:59Z")
                    .thenRefused(SLOT_TAKEN, "/start")
                    .naming(
                            "alternatives",
                            "2020-11-05T15:00:00Z",
                            "2020-11-05T15:40:00Z",
                            "2020-11-05T16:00:00Z",
                            "2020-11-05T16:20:00Z",
                            "2020-11-05T16:40:00Z",
                            "2020-11-05T17:00:00Z",
                            "2020-11-05T17:20:00Z",
                            "2020-11-05T17:40:00Z");
        }

        @Test
        void keeps_nothing_once_it_has_ended_whether_or_not_that_was_noticed() {
            putForwardAnd()
                    .slotKept("15:20", ANOTHER_ENGAGEMENT, TOMORROW)
                    .when(bookSlot("15:20"))
                    .by(practitioner())
                    .at(TOMORROW)
                    .then(slotBooked("15:20"));
        }

        @Test
        void that_has_ended_is_neither_accepted_nor_declined() {
            offered()
                    .when(acceptOffer())
                    .by(practitioner())
                    .at(TOMORROW)
                    .thenRefused(OFFER_ENDED, "")
                    .saying("The offer ended at 10:00 on Wed 4 Nov 2020.");
            offered()
                    .when(declineOffer())
                    .by(practitioner())
                    .at(TOMORROW)
                    .thenRefused(OFFER_ENDED, "");
        }

        @Test
        void that_is_declined_leaves_the_case_waiting() {
            offered()
                    .when(declineOffer())
                    .by(practitioner())
                    .then(offerDeclined("15:20"))
                    .and(file -> assertThat(file.waiting()).isNotNull());
            putForwardAnd(joined())
                    .when(declineOffer())
                    .by(practitioner())
                    .thenRefused(NOTHING_ON_OFFER, "");
        }

        @Test
        void ends_by_itself_once_its_time_is_over() {
            Scenario offered = offered();
            offered.when(expireOffer("15:20")).by(policy()).at("2020-11-04T09:59:59Z").then();
            offered.when(expireOffer("15:20"))
                    .by(policy())
                    .at(TOMORROW)
                    .then(offerExpired("15:20"))
                    .and(file -> assertThat(file.waiting()).isNotNull());
            offered.when(expireOffer("15:40")).by(policy()).at(TOMORROW).then();
        }

        @Test
        void ends_once_however_often_that_is_asked() {
            putForwardAnd(joined(), slotOffered("15:20", TOMORROW), offerExpired("15:20"))
                    .when(expireOffer("15:20"))
                    .by(policy())
                    .at(TOMORROW)
                    .then();
        }

        @Test
        void of_a_slot_that_is_gone_is_withdrawn() {
            Circumstances now =
                    new Circumstances(coordinator(), instant("2020-11-03T11:00:00Z"), TERMS);
            EngagementEvent withdrawn =
                    slotOfferWithdrawn("15:20", OfferWithdrawalReason.SLOT_GONE);
            Engagement offered = offered().engagement();
            assertThat(offered.slotBlocked(slot("15:20"), now)).containsExactly(withdrawn);
            assertThat(offered.slotBlocked(slot("15:40"), now)).isEmpty();
            assertThat(offered.slotMoved(slot("15:20"), slot("16:20"), now))
                    .containsExactly(withdrawn);
        }

        @Test
        void is_withdrawn_when_the_hearing_comes_too_near() {
            offered()
                    .when(relist("2020-11-05"))
                    .by(practitioner())
                    .then(
                            relisted("2020-11-20", "2020-11-05"),
                            slotOfferWithdrawn("15:20", OfferWithdrawalReason.TOO_LATE))
                    .and(file -> assertThat(file.waiting()).isNotNull());
        }
    }

    @Nested
    class NoLongerWaiting {

        @Test
        void nobody_waits_on_once_no_slot_can_begin_before_the_hearings_day() {
            Scenario waiting = putForwardAnd(joined());
            waiting.when(endWaiting()).by(policy()).at("2020-11-19T23:59:59Z").then();
            waiting.when(endWaiting())
                    .by(policy())
                    .at("2020-11-20T00:00:00Z")
                    .then(left(LeaveReason.HEARING_TOO_NEAR))
                    .leaving(Engagement.PutForward.class);
            putForwardAnd().when(endWaiting()).by(policy()).at("2020-11-20T00:00:00Z").then();
        }

        @Test
        void whoever_leaves_without_an_offer_just_leaves() {
            putForwardAnd(joined())
                    .when(leaveWaitingList())
                    .by(practitioner())
                    .then(left(LeaveReason.ASKED));
        }

        @Test
        void whoever_leaves_gives_back_what_is_on_offer() {
            Scenario offered = offered();
            Engagement after =
                    offered.when(leaveWaitingList())
                            .by(practitioner())
                            .then(noLongerOffered(), left(LeaveReason.ASKED))
                            .engagementAfter();
            assertThat(Engagement.forSurgeries(ENGAGEMENT, offered.engagement(), after))
                    .containsExactly(
                            new SurgeryCommand.EndReservation(
                                    bromley().id(), london("15:20"), ENGAGEMENT));
            putForwardAnd()
                    .when(leaveWaitingList())
                    .by(practitioner())
                    .thenRefused(NOT_WAITING, "");
        }

        @Test
        void another_slot_may_be_booked_meanwhile() {
            Scenario offered = offered();
            Engagement after =
                    offered.when(bookSlot("16:00"))
                            .by(practitioner())
                            .then(slotBooked("16:00"))
                            .engagementAfter();
            assertThat(after.waiting()).isEmpty();
            assertThat(Engagement.forSurgeries(ENGAGEMENT, offered.engagement(), after))
                    .containsExactly(
                            new SurgeryCommand.Allocate(
                                    bromley().id(), london("16:00"), ENGAGEMENT),
                            new SurgeryCommand.EndReservation(
                                    bromley().id(), london("15:20"), ENGAGEMENT));
        }

        @Test
        void what_is_settled_needs_no_slot() {
            offered()
                    .when(resolve("I1"))
                    .by(lead())
                    .then(
                            resolved(settled("I1", IssueStatus.AGREED)),
                            noLongerOffered(),
                            left(LeaveReason.NOTHING_TO_DISCUSS));
        }

        @Test
        void what_was_put_forward_in_error_needs_no_slot() {
            offered()
                    .when(recordInError(1))
                    .by(coordinator())
                    .then(
                            recordedInError(1),
                            noLongerOffered(),
                            left(LeaveReason.NOTHING_TO_DISCUSS));
        }

        @Test
        void a_meeting_that_was_missed_in_error_is_still_to_be_held() {
            putForwardAnd(slotBooked("15:20"), meetingMissed("15:20", Party.DEFENCE), joined())
                    .when(recordInError(3))
                    .by(coordinator())
                    .at("2020-11-05T16:00:00Z")
                    .then(recordedInError(3), left(LeaveReason.HAS_A_SLOT))
                    .leaving(Engagement.Booked.class);
        }

        @Test
        void what_is_withdrawn_or_has_ended_needs_no_slot() {
            offered()
                    .when(withdraw())
                    .by(practitioner())
                    .then(withdrawn(), noLongerOffered(), left(LeaveReason.CLOSED))
                    .leaving(Engagement.Closed.class);
            offered()
                    .when(
                            recordOutcome(
                                    ListingResult.VACATED,
                                    "A",
                                    null,
                                    instant("2020-11-03T10:00:00Z")))
                    .by(lead())
                    .then(
                            outcome(ListingResult.VACATED, "A", null, "2020-11-03T10:00:00Z"),
                            noLongerOffered(),
                            left(LeaveReason.CLOSED));
        }

        @Test
        void a_firm_that_takes_over_takes_the_place_and_the_offer_too() {
            offered()
                    .when(transferTo(OTHER_FIRM))
                    .by(coordinator())
                    .then(transferred(FIRM, OTHER_FIRM))
                    .and(
                            file -> {
                                assertThat(file.waiting()).isNotNull();
                                assertThat(file.waiting().offer()).isNotNull();
                            });
        }
    }

    @Nested
    class WhatTheListIsTold {

        private WaitingCase told(Scenario scenario) {
            return scenario.engagement().waiting().orElseThrow();
        }

        @Test
        void the_facts_by_which_it_is_decided_whose_turn_it_is() {
            assertThat(told(putForwardAnd(joined("2020-11-05", null))))
                    .isEqualTo(
                            new WaitingCase(
                                    ENGAGEMENT,
                                    BROMLEY,
                                    instant("2020-11-03T10:00:00Z"),
                                    false,
                                    null,
                                    date("2020-11-20"),
                                    date("2020-11-05"),
                                    null,
                                    null));
        }

        @Test
        void the_earliest_custody_time_limit_as_it_is_now() {
            Scenario waiting = putForwardAnd(joined());
            Engagement kept =
                    waiting.when(
                                    change(
                                            new NewDefendantDetails(
                                                    new DefendantId("D1"),
                                                    CustodyStatus.CUSTODY,
                                                    date("2020-12-01"),
                                                    List.of(),
                                                    List.of())))
                            .by(practitioner())
                            .thenAccepted()
                            .engagementAfter();
            assertThat(kept.waiting().orElseThrow().custodyTimeLimit())
                    .isEqualTo(date("2020-12-01"));
            Engagement bailed =
                    kept.evolve(
                            new Amended(
                                    ENGAGEMENT,
                                    null,
                                    List.of(),
                                    List.of(
                                            new DefendantDetails(
                                                    new DefendantId("D1"),
                                                    CustodyStatus.BAIL,
                                                    null,
                                                    List.of(),
                                                    List.of())),
                                    List.of(),
                                    List.of(),
                                    List.of()));
            assertThat(bailed.waiting().orElseThrow().custodyTimeLimit()).isNull();
            assertThat(bailed.evolve(recordedInError(4)).waiting().orElseThrow().custodyTimeLimit())
                    .as("what was amended in error is again what it was")
                    .isEqualTo(date("2020-12-01"));
        }

        @Test
        void the_hearing_and_the_slot_on_offer() {
            Scenario relisted = putForwardAnd(joined(), relisted("2020-11-20", "2020-12-01"));
            assertThat(told(relisted).hearingDate()).isEqualTo(date("2020-12-01"));
            assertThat(told(offered()).offered()).isEqualTo(slot("15:20"));
            assertThat(
                            told(putForwardAnd(
                                            joined(),
                                            slotOffered("15:20", TOMORROW),
                                            offerDeclined("15:20")))
                                    .offered())
                    .isNull();
        }
    }

    @Nested
    class WhoseSlotIsTakenFromThem {

        private final Circumstances now =
                new Circumstances(coordinator(), instant("2020-11-03T10:00:00Z"), TERMS);
        private final Engagement booked = putForwardAnd(slotBooked("15:20")).engagement();
        private final WaitingListJoined priority =
                new WaitingListJoined(
                        ENGAGEMENT, instant("2020-11-03T10:00:00Z"), null, null, true);

        @Test
        void wait_before_all_others() {
            assertThat(booked.slotBlocked(slot("15:20"), now))
                    .containsExactly(
                            slotReleased("15:20", ReleaseReason.SESSION_BLOCKED), priority);
        }

        @Test
        void wait_for_the_days_that_they_waited_for_before() {
            Engagement waited =
                    putForwardAnd(joined("2020-11-05", "2020-11-12"), slotBooked("15:20"))
                            .engagement();
            assertThat(waited.slotBlocked(slot("15:20"), now))
                    .containsExactly(
                            slotReleased("15:20", ReleaseReason.SESSION_BLOCKED),
                            new WaitingListJoined(
                                    ENGAGEMENT,
                                    instant("2020-11-03T10:00:00Z"),
                                    date("2020-11-05"),
                                    date("2020-11-12"),
                                    true));
        }

        @Test
        void wait_for_any_day_if_they_took_one_that_they_hadnt_waited_for_or_waited_no_longer() {
            assertThat(
                            putForwardAnd(joined("2020-11-06", null), slotBooked("15:20"))
                                    .engagement()
                                    .slotBlocked(slot("15:20"), now))
                    .contains(priority);
            assertThat(
                            putForwardAnd(
                                            joined("2020-11-05", null),
                                            left(LeaveReason.ASKED),
                                            slotBooked("15:20"))
                                    .engagement()
                                    .slotBlocked(slot("15:20"), now))
                    .contains(priority);
        }

        @Test
        void wait_if_the_session_moves_too_near_to_the_hearing() {
            Instant later = instant("2020-11-20T15:00:00Z");
            Slot to = new Slot(bromley().id(), later, later.plus(Duration.ofMinutes(20)));
            assertThat(booked.slotMoved(slot("15:20"), to, now))
                    .containsExactly(slotReleased("15:20", ReleaseReason.SESSION_MOVED), priority);
        }

        @Test
        void do_not_wait_if_no_slot_can_be_in_time() {
            Circumstances late =
                    new Circumstances(coordinator(), instant("2020-11-20T10:00:00Z"), TERMS);
            assertThat(booked.slotBlocked(slot("15:20"), late))
                    .containsExactly(slotReleased("15:20", ReleaseReason.SESSION_BLOCKED));
        }
    }
}
