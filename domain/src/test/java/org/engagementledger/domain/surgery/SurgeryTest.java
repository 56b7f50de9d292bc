package org.engagementledger.domain.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.engagementledger.domain.casework.Rule.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.SurgeryCommand.Allocate;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.EndReservation;
import org.engagementledger.domain.surgery.SurgeryCommand.Free;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Reserve;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SurgeryTest {

    private static final String BROMLEY = "B01CN00";
    private static final Terms TERMS =
            new Terms(List.of(new Court(BROMLEY, "Bromley Magistrates' Court")), Duration.ZERO, 10);
    private static final Actor COORDINATOR = new Actor("login-1", Role.COORDINATOR, null);
    private static final Instant NOW = Instant.parse("2020-11-02T09:00:00Z");
    private static final Instant THREE = Instant.parse("2020-11-05T15:00:00Z");
    private static final Instant SIX = Instant.parse("2020-11-05T18:00:00Z");
    private static final SurgeryId ID = SurgeryId.of(BROMLEY, THREE);
    private static final Duration TWENTY_MINUTES = Duration.ofMinutes(20);
    private static final EngagementId ONE = new EngagementId("engagement-1");
    private static final EngagementId TWO = new EngagementId("engagement-2");
    private static final SurgeryEvent SCHEDULED =
            new SurgeryScheduled(ID, BROMLEY, THREE, SIX, 20, Host.lead("login-2"), null, null);

    private static Instant at(String time) {
        return Instant.parse("2020-11-05T" + time + ":00Z");
    }

    private static Surgery after(SurgeryEvent... events) {
        Surgery surgery = Surgery.unscheduled();
        for (SurgeryEvent event : events) {
            surgery = surgery.evolve(event);
        }
        return surgery;
    }

    private static Schedule schedule(Instant start, Instant end, Duration slot) {
        return new Schedule(ID, BROMLEY, start, end, slot, Host.lead("login-2"), null, null);
    }

    private static List<SurgeryEvent> accepted(Decision<SurgeryEvent> decision) {
        assertThat(decision.refusals()).isEmpty();
        return ((Decision.Accepted<SurgeryEvent>) decision).events();
    }

    private static List<Rule> refused(Decision<SurgeryEvent> decision) {
        return decision.refusals().stream().map(Refusal::rule).toList();
    }

    @Nested
    class Scheduling {

        private static Decision<SurgeryEvent> scheduling(Schedule command) {
            return after().decide(command, COORDINATOR, NOW, TERMS);
        }

        @Test
        void a_session_of_three_hours_has_nine_slots() {
            assertThat(accepted(scheduling(schedule(THREE, SIX, TWENTY_MINUTES))))
                    .containsExactly(SCHEDULED);
            List<Slot> slots = ((Surgery.Scheduled) after(SCHEDULED)).slots().toList();
            assertThat(slots).hasSize(9);
            assertThat(slots.getFirst()).isEqualTo(new Slot(ID, THREE, at("15:20")));
            assertThat(slots.getLast()).isEqualTo(new Slot(ID, at("17:40"), SIX));
        }

        @Test
        void a_session_may_be_one_slot_of_one_minute() {
            assertThat(accepted(scheduling(schedule(THREE, at("15:01"), Duration.ofMinutes(1)))))
                    .hasSize(1);
        }

        @ParameterizedTest(name = "from 15:00 to {0} in slots of {1}")
        @CsvSource({
            "2020-11-05T18:10:00Z, PT20M", "2020-11-05T15:10:00Z, PT20M",
            "2020-11-05T15:00:00Z, PT20M", "2020-11-05T14:00:00Z, PT20M",
            "2020-11-05T18:00:00Z, PT0S", "2020-11-05T18:00:00Z, PT-20M",
            "2020-11-06T15:00:00Z, PT20M", "2020-11-05T15:41:00Z, PT20M30S",
        })
        void a_surgery_lasts_a_whole_number_of_slots(Instant end, Duration slot) {
            assertThat(refused(scheduling(schedule(THREE, end, slot))))
                    .containsExactly(GRID_UNEVEN);
        }

        @ParameterizedTest(name = "from {0} to {1}")
        @CsvSource({
            "2020-11-05T15:00:30Z, 2020-11-05T16:00:30Z, /start /end",
            "2020-11-05T15:00:00.001Z, 2020-11-05T16:00:00.001Z, /start /end",
            "2020-11-05T15:00:30Z, 2020-11-05T16:00:00Z, /start",
            "2020-11-05T15:00:00Z, 2020-11-05T16:00:00.500Z, /end",
        })
        void a_session_begins_and_ends_on_a_whole_minute(Instant start, Instant end, String at) {
            assertThat(
                            scheduling(schedule(start, end, TWENTY_MINUTES)).refusals().stream()
                                    .filter(it -> it.rule() == NOT_ON_THE_MINUTE)
                                    .map(Refusal::field))
                    .containsExactly(at.split(" "));
        }

        @Test
        void a_session_has_no_more_slots_than_anybody_needs() {
            Instant nine = at("09:00");
            Duration tenMinutes = Duration.ofMinutes(10);
            assertThat(accepted(scheduling(schedule(nine, at("17:00"), tenMinutes)))).hasSize(1);
            assertThat(scheduling(schedule(nine, at("17:10"), tenMinutes)).refusals())
                    .extracting(Refusal::rule, Refusal::field, Refusal::sentence)
                    .containsExactly(
                            tuple(TOO_MANY_SLOTS, "/end", "A session has 48 slots at most."));
            assertThat(
                            refused(
                                    scheduling(
                                            schedule(
                                                    at("00:00"),
                                                    at("23:59"),
                                                    Duration.ofMinutes(1)))))
                    .contains(TOO_MANY_SLOTS);
        }

        @Test
        void everything_that_is_wrong_comes_back_together() {
            Decision<SurgeryEvent> decision =
                    after().decide(
                                    new Schedule(
                                            ID,
                                            "B99ZZ99",
                                            THREE,
                                            THREE,
                                            TWENTY_MINUTES,
                                            List.of(),
                                            null,
                                            null),
                                    COORDINATOR,
                                    THREE,
                                    TERMS);
            assertThat(decision.refusals())
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(
                            tuple(COURT_OUT_OF_SCOPE, "/court"),
                            tuple(SLOT_IN_PAST, "/start"),
                            tuple(GRID_UNEVEN, "/end"));
        }

        @ParameterizedTest
        @EnumSource
        void coordinators_and_the_ledgers_own_policies_schedule_and_nobody_else(Role role) {
            Decision<SurgeryEvent> decision =
                    after().decide(
                                    schedule(THREE, SIX, TWENTY_MINUTES),
                                    new Actor("login-4", role, null),
                                    NOW,
                                    TERMS);
            if (role == Role.COORDINATOR || role == Role.SYSTEM) {
                assertThat(accepted(decision)).containsExactly(SCHEDULED);
            } else {
                assertThat(refused(decision)).containsExactly(NOT_PERMITTED);
            }
        }

        @Test
        void whoever_may_not_schedule_is_not_told_whether_there_is_a_session() {
            Actor auditor = new Actor("login-3", Role.AUDITOR, null);
            for (Surgery surgery : List.of(after(), after(SCHEDULED))) {
                assertThat(
                                refused(
                                        surgery.decide(
                                                schedule(THREE, THREE, TWENTY_MINUTES),
                                                auditor,
                                                NOW,
                                                TERMS)))
                        .containsExactly(NOT_PERMITTED);
            }
        }

        @Test
        void a_session_is_scheduled_once() {
            Decision<SurgeryEvent> again =
                    after(SCHEDULED)
                            .decide(schedule(THREE, SIX, TWENTY_MINUTES), COORDINATOR, NOW, TERMS);
            assertThat(refused(again)).containsExactly(SURGERY_EXISTS);
            assertThat(again.refusals().getFirst().details())
                    .containsEntry("surgery", List.of("B01CN00-2020-11-05T1500"));
        }

        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource({
            "2020-10-22T14:00:00Z, B01CN00-2020-10-22T1500",
            "2020-10-29T15:00:00Z, B01CN00-2020-10-29T1500",
        })
        void it_is_named_by_its_court_and_its_start_in_london_summer_and_winter(
                Instant start, String id) {
            assertThat(SurgeryId.of(BROMLEY, start)).hasToString(id);
        }
    }

    @Nested
    class Slots {

        private static Decision<SurgeryEvent> allocating(
                Surgery surgery, String time, EngagementId engagement, Instant now) {
            return surgery.decide(new Allocate(ID, at(time), engagement), COORDINATOR, now, TERMS);
        }

        @Test
        void a_free_slot_is_allocated() {
            assertThat(accepted(allocating(after(SCHEDULED), "15:20", ONE, NOW)))
                    .containsExactly(new SlotAllocated(ID, at("15:20"), ONE));
        }

        @Test
        void a_slot_that_an_engagement_has_is_not_allocated_to_it_again() {
            Surgery surgery = after(SCHEDULED, new SlotAllocated(ID, at("15:20"), ONE));
            assertThat(accepted(allocating(surgery, "15:20", ONE, NOW))).isEmpty();
        }

        @Test
        void a_taken_slot_is_refused_with_the_free_ones_that_are_still_to_come() {
            Surgery surgery =
                    after(
                            SCHEDULED,
                            new SlotAllocated(ID, at("17:00"), ONE),
                            new SlotAllocated(ID, at("17:20"), TWO));
            Refusal refusal = allocating(surgery, "17:00", TWO, at("16:40")).refusals().getFirst();
            assertThat(refusal.rule()).isEqualTo(SLOT_TAKEN);
            assertThat(refusal.field()).isEqualTo("/start");
            assertThat(refusal.sentence())
                    .isEqualTo("The slot is taken. Free: 17:40 on Thu 5 Nov 2020.");
            assertThat(refusal.details())
                    .containsEntry("alternatives", List.of("2020-11-05T17:40:00Z"));
        }

        @Test
        void when_none_is_left_the_refusal_says_so() {
            Surgery surgery =
                    after(
                            new SurgeryScheduled(
                                    ID, BROMLEY, THREE, at("15:20"), 20, List.of(), null, null),
                            new SlotAllocated(ID, THREE, ONE));
            Refusal refusal = allocating(surgery, "15:00", TWO, NOW).refusals().getFirst();
            assertThat(refusal.sentence())
                    .isEqualTo("The slot is taken. Free: none in this surgery.");
        }

        @Test
        void off_the_grid_there_is_no_slot() {
            assertThat(refused(allocating(after(SCHEDULED), "15:10", ONE, NOW)))
                    .containsExactly(OFF_GRID);
            assertThat(refused(allocating(after(SCHEDULED), "14:40", ONE, NOW)))
                    .containsExactly(OFF_GRID);
            assertThat(refused(allocating(after(SCHEDULED), "18:00", ONE, NOW)))
                    .containsExactly(OFF_GRID);
        }

        @Test
        void a_slot_that_has_begun_is_not_allocated() {
            assertThat(refused(allocating(after(SCHEDULED), "15:20", ONE, at("15:20"))))
                    .containsExactly(SLOT_IN_PAST);
        }

        @Test
        void a_freed_slot_can_be_had_again() {
            Surgery surgery = after(SCHEDULED, new SlotAllocated(ID, at("15:20"), ONE));
            List<SurgeryEvent> freed =
                    accepted(
                            surgery.decide(
                                    new Free(ID, at("15:20"), ONE), COORDINATOR, NOW, TERMS));
            assertThat(freed).containsExactly(new SlotFreed(ID, at("15:20"), ONE));
            Surgery after = surgery.evolve(freed.getFirst());
            assertThat(accepted(allocating(after, "15:20", TWO, NOW))).hasSize(1);
        }

        @Test
        void nobody_frees_what_is_not_theirs() {
            Surgery surgery = after(SCHEDULED, new SlotAllocated(ID, at("15:20"), ONE));
            assertThat(
                            accepted(
                                    surgery.decide(
                                            new Free(ID, at("15:20"), TWO),
                                            COORDINATOR,
                                            NOW,
                                            TERMS)))
                    .isEmpty();
        }

        @Test
        void what_is_not_scheduled_has_no_slots() {
            assertThat(refused(allocating(after(), "15:20", ONE, NOW)))
                    .containsExactly(SURGERY_UNKNOWN);
            assertThat(
                            refused(
                                    after().decide(
                                                    new Free(ID, at("15:20"), ONE),
                                                    COORDINATOR,
                                                    NOW,
                                                    TERMS)))
                    .containsExactly(SURGERY_UNKNOWN);
        }
    }

    @Nested
    class KeepingASlot {

        private static final Instant TOMORROW = Instant.parse("2020-11-03T09:00:00Z");
        private static final SurgeryEvent KEPT = new SlotReserved(ID, at("15:20"), ONE, TOMORROW);

        private static Decision<SurgeryEvent> asking(
                Surgery surgery, SurgeryCommand command, Instant now) {
            return surgery.decide(command, new Actor("policy", Role.SYSTEM, null), now, TERMS);
        }

        private static Reserve reserve(EngagementId engagement) {
            return new Reserve(ID, at("15:20"), engagement, TOMORROW);
        }

        private static Allocate allocate(EngagementId engagement) {
            return new Allocate(ID, at("15:20"), engagement);
        }

        @Test
        void a_free_slot_is_kept_for_whom_it_is_offered_to() {
            assertThat(accepted(asking(after(SCHEDULED), reserve(ONE), NOW))).containsExactly(KEPT);
            Surgery kept = after(SCHEDULED, KEPT);
            assertThat(refused(asking(kept, reserve(TWO), NOW))).containsExactly(SLOT_TAKEN);
            assertThat(refused(asking(kept, allocate(TWO), NOW))).containsExactly(SLOT_TAKEN);
            assertThat(((Surgery.Scheduled) kept).freeAfter(NOW)).doesNotContain(at("15:20"));
            assertThat(refused(asking(after(), reserve(ONE), NOW)))
                    .containsExactly(SURGERY_UNKNOWN);
        }

        @Test
        void whoever_it_is_kept_for_books_it_and_that_ends_it() {
            SurgeryEvent allocated = new SlotAllocated(ID, at("15:20"), ONE);
            Surgery kept = after(SCHEDULED, KEPT);
            assertThat(accepted(asking(kept, allocate(ONE), NOW))).containsExactly(allocated);
            assertThat(((Surgery.Scheduled) kept.evolve(allocated)).reservations()).isEmpty();
        }

        @Test
        void after_its_time_it_keeps_nothing() {
            Surgery kept = after(SCHEDULED, KEPT);
            assertThat(accepted(asking(kept, allocate(TWO), TOMORROW)))
                    .containsExactly(new SlotAllocated(ID, at("15:20"), TWO));
            SurgeryEvent again =
                    new SlotReserved(ID, at("15:20"), TWO, TOMORROW.plus(Duration.ofDays(1)));
            assertThat(
                            accepted(
                                    asking(
                                            kept,
                                            new Reserve(
                                                    ID,
                                                    at("15:20"),
                                                    TWO,
                                                    TOMORROW.plus(Duration.ofDays(1))),
                                            TOMORROW)))
                    .containsExactly(again);
            assertThat(((Surgery.Scheduled) kept.evolve(again)).reservations())
                    .extracting(Surgery.Reservation::engagement)
                    .containsExactly(TWO);
        }

        @Test
        void a_slot_that_is_blocked_or_moved_is_kept_no_longer() {
            Surgery kept = after(SCHEDULED, KEPT);
            SurgeryEvent ended = new ReservationEnded(ID, at("15:20"), ONE);
            List<SurgeryEvent> blocked =
                    accepted(
                            kept.decide(
                                    new Block(
                                            ID,
                                            List.of(at("15:20")),
                                            Personal.known(ID.value(), "A fire alarm.")),
                                    COORDINATOR,
                                    NOW,
                                    TERMS));
            assertThat(blocked).hasSize(2).startsWith(ended);
            List<SurgeryEvent> moved =
                    accepted(
                            kept.decide(
                                    new Move(ID, at("16:00"), Set.of()), COORDINATOR, NOW, TERMS));
            assertThat(moved).hasSize(2).startsWith(ended);
        }

        @Test
        void it_is_given_up_once_and_by_whom_it_is_kept_for() {
            SurgeryEvent ended = new ReservationEnded(ID, at("15:20"), ONE);
            Surgery kept = after(SCHEDULED, KEPT);
            EndReservation end = new EndReservation(ID, at("15:20"), ONE);
            assertThat(accepted(asking(kept, end, NOW))).containsExactly(ended);
            assertThat(accepted(asking(kept.evolve(ended), end, NOW))).isEmpty();
            assertThat(accepted(asking(kept, new EndReservation(ID, at("15:20"), TWO), NOW)))
                    .isEmpty();
            assertThat(refused(asking(after(), end, NOW))).containsExactly(SURGERY_UNKNOWN);
            assertThat(((Surgery.Scheduled) kept.evolve(ended)).freeAfter(NOW))
                    .contains(at("15:20"));
        }
    }
}
