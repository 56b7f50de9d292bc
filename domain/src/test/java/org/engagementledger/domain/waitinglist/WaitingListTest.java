package org.engagementledger.domain.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.NOT_NEXT;
import static org.engagementledger.domain.casework.Rule.NOT_PERMITTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery.Near;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingListTest {

    private static final String BROMLEY = "B01CN00";
    private static final WaitingListId LIST = WaitingListId.of(BROMLEY);
    private static final Terms TERMS =
            new Terms(List.of(new Court(BROMLEY, "A court")), Duration.ofHours(24), 10);
    private static final EngagementId ONE = new EngagementId("engagement-1");
    private static final EngagementId TWO = new EngagementId("engagement-2");
    private static final Instant NOW = Instant.parse("2020-11-03T10:00:00Z");
    private static final Instant LATER = Instant.parse("2020-11-04T10:00:00Z");
    private static final SurgeryId SURGERY =
            SurgeryId.of(BROMLEY, Instant.parse("2020-11-05T15:00:00Z"));

    private static Slot slot(String time) {
        Instant start = Instant.parse("2020-11-05T" + time + ":00Z");
        return new Slot(SURGERY, start, start.plus(Duration.ofMinutes(20)));
    }

    /** The first has waited longer. */
    private static WaitingCase waiting(EngagementId engagement, String hearing) {
        return new WaitingCase(
                engagement,
                BROMLEY,
                engagement.equals(ONE) ? NOW.minusSeconds(60) : NOW,
                false,
                null,
                LocalDate.parse(hearing),
                null,
                null,
                null);
    }

    private static WaitingList after(WaitingListEvent... events) {
        WaitingList list = WaitingList.empty();
        for (WaitingListEvent event : events) {
            list = list.evolve(event);
        }
        return list;
    }

    private static PlaceTaken taken(EngagementId engagement) {
        return new PlaceTaken(LIST, waiting(engagement, "2020-11-20"));
    }

    private static List<WaitingListEvent> accepted(Decision<WaitingListEvent> decision) {
        assertThat(decision.refusals()).isEmpty();
        return ((Decision.Accepted<WaitingListEvent>) decision).events();
    }

    private static OfferDecided offer(WaitingList list, EngagementId engagement, Slot slot) {
        return (OfferDecided)
                accepted(list.offer(LIST, slot, engagement, LATER, NOW, TERMS)).getFirst();
    }

    @Test
    void the_list_is_named_by_its_court() {
        assertThat(LIST).hasToString("waiting-B01CN00");
        assertThat(waiting(ONE, "2020-11-20").list()).isEqualTo(LIST);
    }

    @Test
    void a_place_is_taken_changed_and_left_with_the_case() {
        Optional<WaitingCase> nobody = Optional.empty();
        Optional<WaitingCase> before = Optional.of(waiting(ONE, "2020-11-20"));
        Optional<WaitingCase> relisted = Optional.of(waiting(ONE, "2020-12-01"));
        assertThat(WaitingList.change(nobody, before, false)).contains(taken(ONE));
        assertThat(WaitingList.change(before, relisted, false))
                .contains(new PlaceChanged(LIST, waiting(ONE, "2020-12-01")));
        assertThat(WaitingList.change(relisted, nobody, false)).contains(new PlaceLeft(LIST, ONE));
        assertThat(WaitingList.change(before, before, false)).isEmpty();
        assertThat(WaitingList.change(nobody, nobody, false)).isEmpty();
        WaitingList list = after(taken(ONE), taken(TWO), new PlaceLeft(LIST, ONE));
        assertThat(list.places())
                .extracting(WaitingList.Place::waiting)
                .containsExactly(waiting(TWO, "2020-11-20"));
    }

    @Test
    void a_slot_is_offered_to_whose_turn_it_is_with_all_that_it_was_decided_on() {
        WaitingList list = after(taken(TWO), taken(ONE));
        OfferDecided offer = offer(list, ONE, slot("15:20"));
        assertThat(offer.candidates())
                .extracting(Candidate::engagement)
                .containsExactlyInAnyOrder(ONE, TWO);
        assertThat(offer.candidates())
                .allMatch(
                        candidate ->
                                candidate.deadline().equals(Instant.parse("2020-11-19T00:00:00Z")));
        assertThat(OrderOfOffers.decideAgain(offer).map(Candidate::engagement)).contains(ONE);
        assertThat(list.whoseTurn(slot("15:20"), TERMS)).contains(ONE);
    }

    @Test
    void nobody_is_offered_a_slot_out_of_turn() {
        assertThat(
                        after(taken(ONE), taken(TWO))
                                .offer(LIST, slot("15:20"), TWO, LATER, NOW, TERMS)
                                .refusals())
                .extracting(Refusal::rule)
                .containsExactly(NOT_NEXT);
        assertThat(after().offer(LIST, slot("15:20"), ONE, LATER, NOW, TERMS).refusals())
                .hasSize(1);
    }

    @Test
    void whoever_has_an_offer_lets_the_next_have_the_next_slot() {
        WaitingList list = after(taken(ONE), taken(TWO));
        list = list.evolve(offer(list, ONE, slot("15:20")));
        assertThat(list.whoseTurn(slot("15:40"), TERMS)).contains(TWO);
        list = list.evolve(offer(list, TWO, slot("15:40")));
        assertThat(list.whoseTurn(slot("16:00"), TERMS)).isEmpty();
    }

    @Test
    void a_slot_that_was_declined_is_offered_to_the_next_and_another_to_the_same_again() {
        WaitingList list = after(taken(ONE), taken(TWO));
        list =
                list.evolve(offer(list, ONE, slot("15:20")))
                        .evolve(new PlaceChanged(LIST, waiting(ONE, "2020-11-20")));
        assertThat(list.whoseTurn(slot("15:20"), TERMS)).contains(TWO);
        assertThat(list.whoseTurn(slot("15:40"), TERMS)).contains(ONE);
    }

    @Test
    void an_offer_that_was_withdrawn_does_not_count_as_one_that_the_case_had() {
        WaitingCase before = waiting(ONE, "2020-11-20");
        WaitingCase relisted = waiting(ONE, "2020-12-01");
        WaitingListEvent withdrawn = new OfferWithdrawn(LIST, slot("15:20"), relisted);
        assertThat(
                        WaitingList.change(
                                Optional.of(before.with(slot("15:20"))),
                                Optional.of(relisted),
                                true))
                .contains(withdrawn);
        WaitingList list = after(taken(ONE), taken(TWO));
        list = list.evolve(offer(list, ONE, slot("15:40"))).evolve(new PlaceChanged(LIST, before));
        list = list.evolve(offer(list, ONE, slot("15:20"))).evolve(withdrawn);
        assertThat(list.places().getFirst().waiting()).isEqualTo(relisted);
        assertThat(list.candidates(slot("15:20"), TERMS))
                .extracting(Candidate::hadThisOffer)
                .containsExactly(false, false);
        assertThat(list.candidates(slot("15:40"), TERMS))
                .extracting(Candidate::hadThisOffer)
                .containsExactly(true, false);
    }

    @Test
    void whoever_leaves_with_an_offer_leaves() {
        WaitingCase waiting = waiting(ONE, "2020-11-20").with(slot("15:20"));
        assertThat(WaitingList.change(Optional.of(waiting), Optional.empty(), true))
                .contains(new PlaceLeft(LIST, ONE));
    }

    @Test
    void an_offer_from_before_withdrawals_were_told_is_decided_again_as_it_was() {
        WaitingList list = after(taken(ONE), taken(TWO));
        list =
                list.evolve(offer(list, ONE, slot("15:20")))
                        .evolve(new PlaceChanged(LIST, waiting(ONE, "2020-11-20")));
        OfferDecided offer = offer(list, TWO, slot("15:20"));
        assertThat(OrderOfOffers.decideAgain(offer).map(Candidate::engagement)).contains(TWO);
    }

    @Test
    void what_was_offered_and_has_begun_is_not_remembered() {
        WaitingList list = after(taken(ONE));
        list =
                list.evolve(offer(list, ONE, slot("15:20")))
                        .evolve(new PlaceChanged(LIST, waiting(ONE, "2020-11-20")));
        Instant sixOClock = Instant.parse("2020-11-05T18:00:00Z");
        Slot nextWeek =
                new Slot(
                        SURGERY,
                        sixOClock.plus(Duration.ofDays(7)),
                        sixOClock.plus(Duration.ofDays(8)));
        list =
                list.evolve(
                        accepted(list.offer(LIST, nextWeek, ONE, LATER, sixOClock, TERMS))
                                .getFirst());
        assertThat(list.places().getFirst().offered()).containsExactly(nextWeek);
    }

    private static final Instant START = Instant.parse("2020-11-05T15:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2020-11-19T00:00:00Z");

    @Test
    void of_each_last_surgery_is_warned_once_whether_or_not_the_case_waits() {
        WaitingList list = after(taken(ONE));
        LastSurgeryNear one = new LastSurgeryNear(LIST, ONE, SURGERY, START, DEADLINE);
        LastSurgeryNear two = new LastSurgeryNear(LIST, TWO, SURGERY, START, DEADLINE);
        assertThat(accepted(warn(list, near(ONE, SURGERY), near(TWO, SURGERY))))
                .containsExactly(one, two);
        list = list.evolve(one).evolve(two).evolve(taken(TWO)).evolve(new PlaceLeft(LIST, ONE));
        assertThat(accepted(warn(list, near(ONE, SURGERY), near(TWO, SURGERY)))).isEmpty();
        assertThat(accepted(warn(list, near(ONE, SURGERY), near(TWO, null))))
                .as("then none is left")
                .containsExactly(new LastSurgeryNear(LIST, TWO, null, null, DEADLINE));
    }

    @Test
    void of_whom_was_warned_is_forgotten_when_its_time_is_over() {
        WaitingList list =
                after(
                        taken(ONE),
                        new LastSurgeryNear(LIST, TWO, SURGERY, START, DEADLINE),
                        new LastSurgeryNear(LIST, ONE, null, null, LATER));
        assertThat(list.warned()).hasSize(2);
        assertThat(list.after(list.offer(LIST, slot("15:20"), ONE, LATER, LATER, TERMS)).warned())
                .extracting(WaitingList.Warned::engagement)
                .containsExactly(TWO);
    }

    private static Near near(EngagementId engagement, @Nullable SurgeryId surgery) {
        return new Near(engagement, surgery, surgery == null ? null : START, DEADLINE);
    }

    private static Decision<WaitingListEvent> warn(WaitingList list, Near... cases) {
        return list.decide(
                new WarnOfLastSurgery(LIST, List.of(cases)),
                new Actor("policy", Role.SYSTEM, null));
    }

    @Test
    void nobody_else_warns() {
        assertThat(
                        after(taken(ONE))
                                .decide(
                                        new WarnOfLastSurgery(LIST, List.of(near(ONE, null))),
                                        new Actor("login-1", Role.COORDINATOR, null))
                                .refusals())
                .extracting(Refusal::rule)
                .containsExactly(NOT_PERMITTED);
    }
}
