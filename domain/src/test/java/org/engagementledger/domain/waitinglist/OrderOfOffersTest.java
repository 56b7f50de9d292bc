package org.engagementledger.domain.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.OrderOfOffers.Obstacle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The written rule, clause by clause. The slot begins at 15:20 on Thursday 5 November 2020. */
class OrderOfOffersTest {

    private static final Instant SLOT = Instant.parse("2020-11-05T15:20:00Z");

    /** Somebody who waits; most of them like everybody else. */
    private static final class Who {
        private final String id;
        private boolean priority;
        private LocalDate limit;
        private LocalDate hearing = LocalDate.parse("2020-11-20");
        private Instant joined = Instant.parse("2020-11-03T10:00:00Z");
        private Instant deadline = Instant.parse("2020-11-20T00:00:00Z");
        private LocalDate from;
        private LocalDate until;
        private boolean hasOffer;
        private boolean hadThisOffer;

        private Who(String id) {
            this.id = id;
        }

        Who whoseSlotWasTaken() {
            priority = true;
            return this;
        }

        Who inCustodyUntil(String day) {
            limit = LocalDate.parse(day);
            return this;
        }

        Who heardOn(String day) {
            hearing = LocalDate.parse(day);
            return this;
        }

        Who waitingSince(String instant) {
            joined = Instant.parse(instant);
            return this;
        }

        Who wanting(String first, String last) {
            from = first == null ? null : LocalDate.parse(first);
            until = last == null ? null : LocalDate.parse(last);
            return this;
        }

        Who usingOnlyBefore(String instant) {
            deadline = Instant.parse(instant);
            return this;
        }

        Who withAnotherOffer() {
            hasOffer = true;
            return this;
        }

        Who whoHadThisOffer() {
            hadThisOffer = true;
            return this;
        }

        Candidate candidate() {
            return new Candidate(
                    new EngagementId(id),
                    joined,
                    priority,
                    limit,
                    hearing,
                    deadline,
                    from,
                    until,
                    hasOffer,
                    hadThisOffer);
        }
    }

    private static Who who(String id) {
        return new Who(id);
    }

    private static List<Candidate> all(Who... waiting) {
        return Arrays.stream(waiting).map(Who::candidate).toList();
    }

    private static String turn(Who... waiting) {
        return OrderOfOffers.whoseTurn(all(waiting), SLOT)
                .map(first -> first.engagement().value())
                .orElse("nobody");
    }

    @Test
    void whoever_had_a_slot_that_was_taken_comes_before_custody() {
        assertThat(turn(who("a").inCustodyUntil("2020-11-10"), who("b").whoseSlotWasTaken()))
                .isEqualTo("b");
    }

    @Test
    void the_earliest_custody_time_limit_comes_first_and_none_comes_last() {
        assertThat(
                        turn(
                                who("a").heardOn("2020-11-09"),
                                who("b").inCustodyUntil("2020-12-02"),
                                who("c").inCustodyUntil("2020-12-01")))
                .isEqualTo("c");
    }

    @Test
    void then_the_earliest_hearing_comes_first() {
        assertThat(
                        turn(
                                who("a").waitingSince("2020-11-01T10:00:00Z"),
                                who("b").heardOn("2020-11-19")))
                .isEqualTo("b");
    }

    @Test
    void then_whoever_has_waited_longest_comes_first() {
        assertThat(turn(who("a"), who("b").waitingSince("2020-11-03T09:59:59Z"))).isEqualTo("b");
    }

    @Test
    void of_two_that_are_alike_the_ids_decide() {
        assertThat(turn(who("b"), who("a"))).isEqualTo("a");
    }

    @Test
    void whoever_can_not_use_the_slot_lets_the_next_go_first() {
        assertThat(
                        turn(
                                who("a").whoseSlotWasTaken().withAnotherOffer(),
                                who("b").inCustodyUntil("2020-12-01").whoHadThisOffer(),
                                who("c").heardOn("2020-11-06")
                                        .usingOnlyBefore("2020-11-05T00:00:00Z"),
                                who("d").wanting("2020-11-06", null),
                                who("e")))
                .isEqualTo("e");
        assertThat(turn(who("a").whoHadThisOffer())).isEqualTo("nobody");
        assertThat(turn()).isEqualTo("nobody");
    }

    @Test
    void every_obstacle_is_named() {
        assertThat(
                        OrderOfOffers.obstacles(
                                who("a").withAnotherOffer()
                                        .whoHadThisOffer()
                                        .wanting(null, "2020-11-04")
                                        .usingOnlyBefore("2020-11-05T15:20:00Z")
                                        .candidate(),
                                SLOT))
                .containsExactly(
                        Obstacle.TOO_LATE,
                        Obstacle.DAY_NOT_SUITABLE,
                        Obstacle.OFFERED_BEFORE,
                        Obstacle.HAS_AN_OFFER);
    }

    @ParameterizedTest(name = "a slot at {0}, days {1} to {2}: {3}")
    @CsvSource({
        "2020-11-05T15:20:00Z, 2020-11-05, 2020-11-05, true",
        "2020-11-05T15:20:00Z, 2020-11-06, , false",
        "2020-11-05T15:20:00Z, , 2020-11-04, false",
        // In summer the day in London begins an hour earlier than in UTC.
        "2020-07-09T23:10:00Z, 2020-07-10, , true",
        "2020-07-09T23:10:00Z, , 2020-07-09, false",
    })
    void a_day_that_suits_is_a_day_in_London(Instant slot, String from, String until, boolean ok) {
        Candidate candidate = who("a").wanting(from, until).candidate();
        assertThat(OrderOfOffers.obstacles(candidate, slot).isEmpty()).isEqualTo(ok);
    }

    @Test
    void in_whatever_order_they_are_listed_the_answer_is_the_same() {
        List<Candidate> waiting =
                new ArrayList<>(
                        all(
                                who("a").whoseSlotWasTaken().heardOn("2020-12-20"),
                                who("b").whoseSlotWasTaken(),
                                who("c").inCustodyUntil("2020-12-01"),
                                who("d").heardOn("2020-11-10"),
                                who("e"),
                                who("f")));
        List<Candidate> order = OrderOfOffers.inOrder(waiting);
        assertThat(order)
                .extracting(candidate -> candidate.engagement().value())
                .containsExactly("b", "a", "c", "d", "e", "f");
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(waiting, random);
            assertThat(OrderOfOffers.inOrder(waiting)).isEqualTo(order);
        }
    }

    @Test
    void an_offer_is_decided_again_on_what_is_stored_with_it() {
        List<Candidate> waiting = all(who("a").whoHadThisOffer(), who("c"), who("b"));
        assertThat(OrderOfOffers.decideAgain(offer(1, waiting))).contains(who("b").candidate());
        assertThatThrownBy(() -> OrderOfOffers.decideAgain(offer(2, waiting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2");
    }

    private static OfferDecided offer(int rule, List<Candidate> candidates) {
        return new OfferDecided(
                WaitingListId.of("B01CN00"),
                new Slot(
                        SurgeryId.of("B01CN00", Instant.parse("2020-11-05T15:00:00Z")),
                        SLOT,
                        SLOT.plus(Duration.ofMinutes(20))),
                new EngagementId("b"),
                Instant.parse("2020-11-03T11:00:00Z"),
                Instant.parse("2020-11-04T11:00:00Z"),
                rule,
                candidates);
    }
}
