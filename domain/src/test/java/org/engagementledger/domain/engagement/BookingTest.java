package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.time.Duration;
import java.util.List;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.command.BookSlot;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingTest {

    private static Scenario putForwardAnd(EngagementEvent... more) {
        EngagementEvent[] history = new EngagementEvent[more.length + 2];
        history[0] = submitted();
        history[1] = triaged(putForward("I1"));
        System.arraycopy(more, 0, history, 2, more.length);
        return given(history);
    }

    @Test
    void an_issue_that_was_put_forward_gets_a_slot() {
        given(submitted(), triaged(putForward("I1")))
                .when(bookSlot("15:20"))
                .by(practitioner())
                .at("2020-11-03T10:00:00Z")
                .then(slotBooked("15:20"))
                .leaving(Engagement.Booked.class);
    }

    @Test
    void a_slot_may_be_booked_while_another_issue_is_in_triage() {
        given(submitted(2), partlyTriaged("I2", putForward("I1")))
                .when(bookSlot("15:20"))
                .by(practitioner())
                .then(slotBooked("15:20"))
                .leaving(Engagement.InTriage.class);
    }

    @Test
    void nobody_books_before_something_was_put_forward() {
        given(submitted(2), partlyTriaged("I2", answered("I1")))
                .when(bookSlot("15:20"))
                .by(practitioner())
                .thenRefused(NOTHING_PUT_FORWARD, "")
                .saying("No issue has been put forward to a surgery.");
    }

    @Test
    void what_stayed_disputed_may_be_discussed_again() {
        putForwardAnd(slotBooked("15:00"), meetingHeld("15:00", disputed("I1")))
                .when(bookSlot("17:00"))
                .by(practitioner())
                .at("2020-11-05T15:30:00Z")
                .then(slotBooked("17:00"));
    }

    @Nested
    class TheSlot {

        @Test
        void lies_on_the_grid_and_free_ones_are_named() {
            putForwardAnd()
                    .slotTaken("17:20", ANOTHER_ENGAGEMENT)
                    .when(bookSlot("15:10"))
                    .by(practitioner())
                    .at("2020-11-05T17:00:00Z")
                    .thenRefusedWith(broken(OFF_GRID, "/start"), broken(SLOT_IN_PAST, "/start"))
                    .naming("alternatives", "2020-11-05T17:40:00Z");
        }

        @Test
        void ends_with_the_surgery() {
            putForwardAnd()
                    .when(bookSlot("18:00"))
                    .by(practitioner())
                    .thenRefused(OFF_GRID, "/start");
        }

        @Test
        void is_not_one_that_another_engagement_has() {
            putForwardAnd()
                    .slotTaken("15:20", ANOTHER_ENGAGEMENT)
                    .when(bookSlot("15:20"))
                    .by(practitioner())
                    .at("2020-11-05T15:10:00Z")
                    .thenRefused(SLOT_TAKEN, "/start")
                    .naming(
                            "alternatives",
                            "2020-11-05T15:40:00Z",
                            "2020-11-05T16:00:00Z",
                            "2020-11-05T16:20:00Z",
                            "2020-11-05T16:40:00Z",
                            "2020-11-05T17:00:00Z",
                            "2020-11-05T17:20:00Z",
                            "2020-11-05T17:40:00Z");
        }

        @Test
        void is_still_to_come() {
            putForwardAnd()
                    .when(bookSlot("15:20"))
                    .by(practitioner())
                    .at("2020-11-05T15:20:00Z")
                    .thenRefused(SLOT_IN_PAST, "/start");
        }

        @Test
        void that_was_missed_is_past_and_can_not_be_had_again() {
            putForwardAnd(slotBooked("15:20"), meetingMissed("15:20", Party.DEFENCE))
                    .slotTaken("15:20", ENGAGEMENT)
                    .when(bookSlot("15:20"))
                    .by(practitioner())
                    .at("2020-11-05T15:50:00Z")
                    .thenRefused(SLOT_IN_PAST, "/start");
        }

        @Test
        void is_at_the_court_of_the_case() {
            putForwardAnd()
                    .when(bookSlot(session(BEXLEY, "2020-11-05T15:00").id(), "15:20"))
                    .by(practitioner())
                    .thenRefused(OTHER_COURT, "/surgery")
                    .saying("The surgery is at another court (B01BH00) than the case (B01CN00).");
        }

        @Test
        void is_one_of_a_surgery_that_there_is() {
            putForwardAnd()
                    .when(bookSlot(new SurgeryId("B01CN00-2020-11-06T1500"), "15:20"))
                    .by(practitioner())
                    .thenRefused(SURGERY_UNKNOWN, "/surgery");
        }
    }

    @Nested
    class BeforeTheHearing {

        private static final Terms ONE_DAY = new Terms(TERMS.courts(), Duration.ofDays(1), 10);

        private void booking(Terms terms, String hearing, Surgery.Scheduled surgery, boolean ok) {
            Scenario.Attempt booking =
                    putForwardAnd(relisted("2020-11-20", hearing))
                            .onTerms(terms)
                            .surgery(surgery)
                            .when(new BookSlot(ENGAGEMENT, surgery.id(), surgery.start()))
                            .by(practitioner())
                            .at("2020-07-01T10:00:00Z");
            if (ok) {
                booking.then(
                        slotBooked(
                                new Slot(
                                        surgery.id(),
                                        surgery.start(),
                                        surgery.start().plus(Duration.ofMinutes(20)))));
            } else {
                booking.thenRefused(SLOT_TOO_LATE, "/start");
            }
        }

        @ParameterizedTest(name = "hearing on {0}, a slot at {1} in London: {2}")
        @CsvSource({
            // In winter the day of the hearing begins at midnight UTC …
            "2020-11-06, 2020-11-05T23:40, true",
            "2020-11-06, 2020-11-06T00:00, false",
            "2020-11-06, 2020-11-06T15:00, false",
            // … in summer an hour earlier; in London it is midnight in both.
            "2020-07-10, 2020-07-09T23:40, true",
            "2020-07-10, 2020-07-10T00:00, false",
            // The clocks go back on 25 October 2020.
            "2020-10-26, 2020-10-25T23:40, true",
            "2020-10-26, 2020-10-26T00:00, false",
        })
        void a_slot_begins_before_the_day_of_the_hearing(String hearing, String slot, boolean ok) {
            booking(TERMS, hearing, session(BROMLEY, slot), ok);
        }

        @ParameterizedTest(name = "a day to prepare, hearing on {0}, a slot at {1}: {2}")
        @CsvSource({
            "2020-11-06, 2020-11-04T23:40, true",
            "2020-11-06, 2020-11-05T00:00, false",
            "2020-07-10, 2020-07-08T23:40, true",
            "2020-07-10, 2020-07-09T00:00, false",
        })
        void the_time_to_prepare_is_kept(String hearing, String slot, boolean ok) {
            booking(ONE_DAY, hearing, session(BROMLEY, slot), ok);
        }

        @Test
        void whoever_asks_too_late_is_told_how_late_is_too_late() {
            putForwardAnd(relisted("2020-11-20", "2020-11-05"))
                    .when(bookSlot("15:20"))
                    .by(practitioner())
                    .thenRefused(SLOT_TOO_LATE, "/start")
                    .saying(
                            "The slot leaves too little time before the hearing: the last may begin"
                                    + " before 00:00 on Thu 5 Nov 2020.");
        }
    }

    @Nested
    class MovingAndCancelling {

        @Test
        void booking_again_moves() {
            putForwardAnd(slotBooked("15:20"))
                    .slotTaken("15:20", ENGAGEMENT)
                    .when(bookSlot("16:00"))
                    .by(practitioner())
                    .then(slotReleased("15:20", ReleaseReason.MOVED), slotBooked("16:00"))
                    .leaving(Engagement.Booked.class);
        }

        @Test
        void a_slot_is_not_moved_to_itself() {
            putForwardAnd(slotBooked("15:20"))
                    .slotTaken("15:20", ENGAGEMENT)
                    .when(bookSlot("15:20"))
                    .by(practitioner())
                    .thenRefused(SLOT_ALREADY_YOURS, "/start");
        }

        @Test
        void a_slot_that_has_begun_is_neither_moved_nor_cancelled() {
            Scenario booked = putForwardAnd(slotBooked("15:20")).slotTaken("15:20", ENGAGEMENT);
            booked.when(bookSlot("16:00"))
                    .by(practitioner())
                    .at("2020-11-05T15:20:00Z")
                    .thenRefused(SLOT_HAS_BEGUN, "")
                    .saying("The slot has begun; record the meeting, or who missed it.");
            booked.when(cancelBooking())
                    .by(practitioner())
                    .at("2020-11-05T15:20:00Z")
                    .thenRefused(SLOT_HAS_BEGUN, "");
        }

        @Test
        void cancelling_gives_the_slot_back() {
            putForwardAnd(slotBooked("15:20"))
                    .when(cancelBooking())
                    .by(triageOfficer())
                    .at("2020-11-05T15:19:59Z")
                    .then(slotReleased("15:20", ReleaseReason.CANCELLED))
                    .leaving(Engagement.PutForward.class);
        }

        @Test
        void without_a_slot_there_is_nothing_to_cancel() {
            putForwardAnd()
                    .when(cancelBooking())
                    .by(practitioner())
                    .thenRefused(NOTHING_BOOKED, "");
        }

        @Test
        void a_move_that_is_refused_leaves_the_slot() {
            putForwardAnd(slotBooked("15:20"))
                    .slotTaken("16:00", ANOTHER_ENGAGEMENT)
                    .when(bookSlot("16:00"))
                    .by(practitioner())
                    .thenRefused(SLOT_TAKEN, "/start");
        }
    }

    @Nested
    class WhenTheSessionChanges {

        private static final Slot OTHER =
                new Slot(bromley().id(), london("2020-11-19T15:20"), london("2020-11-19T15:40"));

        private static Circumstances asked() {
            return new Circumstances(coordinator(), london("2020-11-03T10:00"), TERMS);
        }

        @Test
        void a_blocked_slot_is_lost() {
            assertThat(
                            putForwardAnd(slotBooked("15:20"))
                                    .engagement()
                                    .slotBlocked(slot("15:20"), asked()))
                    .startsWith(slotReleased("15:20", ReleaseReason.SESSION_BLOCKED))
                    .noneMatch(SlotBooked.class::isInstance);
        }

        @Test
        void whoever_has_it_moves_along() {
            assertThat(
                            putForwardAnd(slotBooked("15:20"))
                                    .engagement()
                                    .slotMoved(slot("15:20"), OTHER, asked()))
                    .containsExactly(
                            slotReleased("15:20", ReleaseReason.SESSION_MOVED),
                            new SlotBooked(ENGAGEMENT, OTHER));
        }

        @Test
        void unless_that_is_too_late_before_the_hearing() {
            assertThat(
                            putForwardAnd(slotBooked("15:20"), relisted("2020-11-20", "2020-11-19"))
                                    .engagement()
                                    .slotMoved(slot("15:20"), OTHER, asked()))
                    .startsWith(slotReleased("15:20", ReleaseReason.SESSION_MOVED))
                    .noneMatch(SlotBooked.class::isInstance);
        }

        @Test
        void whoever_has_another_slot_or_none_is_not_concerned() {
            for (Engagement engagement :
                    List.of(
                            putForwardAnd().engagement(),
                            putForwardAnd(slotBooked("15:40")).engagement(),
                            Engagement.unsubmitted())) {
                assertThat(engagement.slotBlocked(slot("15:20"), asked())).isEmpty();
                assertThat(engagement.slotMoved(slot("15:20"), OTHER, asked())).isEmpty();
            }
        }

        @Test
        void a_correction_afterwards_leaves_the_slot_as_the_move_made_it() {
            putForwardAnd(
                            slotBooked("15:20"),
                            relisted("2020-11-20", "2020-11-25"),
                            slotReleased("15:20", ReleaseReason.SESSION_MOVED),
                            new SlotBooked(ENGAGEMENT, OTHER))
                    .when(recordInError(3))
                    .by(coordinator())
                    .thenAccepted()
                    .and(file -> assertThat(file.booking()).contains(OTHER));
        }
    }

    @Test
    void everything_that_is_wrong_with_a_booking_comes_back_together() {
        given(submitted(), relisted("2020-11-20", "2020-11-05"))
                .slotTaken("15:20", ANOTHER_ENGAGEMENT)
                .when(bookSlot("15:20"))
                .by(practitioner())
                .at("2020-11-05T16:00:00Z")
                .thenRefusedWith(
                        broken(NOTHING_PUT_FORWARD, ""),
                        broken(SLOT_TOO_LATE, "/start"),
                        broken(SLOT_IN_PAST, "/start"),
                        broken(SLOT_TAKEN, "/start"));
    }
}
