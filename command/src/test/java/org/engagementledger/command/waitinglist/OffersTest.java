package org.engagementledger.command.waitinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.command.Cases.*;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.WriteSide;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.AcceptOffer;
import org.engagementledger.domain.engagement.command.Amend;
import org.engagementledger.domain.engagement.command.DeclineOffer;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.ExpireOffer;
import org.engagementledger.domain.engagement.command.JoinWaitingList;
import org.engagementledger.domain.engagement.command.LeaveWaitingList;
import org.engagementledger.domain.engagement.command.OfferSlot;
import org.engagementledger.domain.engagement.command.RelistHearing;
import org.engagementledger.domain.engagement.detail.CustodyStatus;
import org.engagementledger.domain.engagement.detail.NewDefendantDetails;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotOfferDeclined;
import org.engagementledger.domain.engagement.event.SlotOfferWithdrawn;
import org.engagementledger.domain.engagement.event.SlotOffered;
import org.engagementledger.domain.engagement.event.WaitingListJoined;
import org.engagementledger.domain.surgery.ReservationEnded;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotReserved;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.engagementledger.domain.waitinglist.LastSurgeryNear;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.OfferWithdrawn;
import org.engagementledger.domain.waitinglist.OrderOfOffers;
import org.engagementledger.domain.waitinglist.PlaceChanged;
import org.engagementledger.domain.waitinglist.PlaceLeft;
import org.engagementledger.domain.waitinglist.PlaceTaken;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery.Near;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cases wait for the only slot of a surgery; what is offered is written whole or not at all. */
class OffersTest {

    private static final WaitingListId LIST = WaitingListId.of(BROMLEY);
    private static final EngagementId SECOND = new EngagementId("engagement-2");
    private static final EngagementId THIRD = new EngagementId("engagement-3");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private final WriteSide side = new WriteSide();

    @AfterEach
    void close() {
        side.close();
    }

    private void given(EngagementCommand command, Role role) {
        assertThat(side.commands().send(command, by(role))).isInstanceOf(Answer.Accepted.class);
    }

    private Answer ask(EngagementCommand command, Role role) {
        return side.commands().send(command, by(role));
    }

    private List<OfferSlot> offered() {
        return side.offers().offerFreeSlots(SURGERY, by(Role.SYSTEM));
    }

    private void givenASurgeryWithOneSlot() {
        Schedule usual = schedule(SURGERY, START);
        side.commands()
                .send(
                        new Schedule(
                                SURGERY,
                                usual.court(),
                                START,
                                START.plus(usual.slot()),
                                usual.slot(),
                                usual.hosts(),
                                null,
                                null),
                        by(Role.COORDINATOR));
    }

    private void givenPutForward(EngagementId engagement) {
        given(submitInPerson(engagement), Role.COORDINATOR);
        given(putForward(engagement), Role.TRIAGE_OFFICER);
    }

    private void givenWaiting(EngagementId engagement) {
        givenPutForward(engagement);
        given(new JoinWaitingList(engagement, null, null), Role.COORDINATOR);
    }

    private static WaitingCase waiting(EngagementId engagement) {
        return new WaitingCase(
                engagement,
                BROMLEY,
                NOW,
                false,
                null,
                LocalDate.parse("2020-11-20"),
                null,
                null,
                null);
    }

    private static OfferSlot offer(EngagementId engagement) {
        return new OfferSlot(engagement, SURGERY, START);
    }

    @Test
    void aPlaceIsWrittenTogetherWithWhatItFollowsFrom() {
        givenWaiting(SECOND);
        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new PlaceTaken(LIST, waiting(SECOND)),
                        new WaitingListJoined(SECOND, NOW, null, null, false));
    }

    @Test
    void whateverChangesTheOrderChangesTheList() {
        givenWaiting(SECOND);
        given(
                new Amend(
                        SECOND,
                        null,
                        List.of(),
                        List.of(
                                new NewDefendantDetails(
                                        DEFENDANT,
                                        CustodyStatus.CUSTODY,
                                        LocalDate.parse("2020-12-01"),
                                        List.of(),
                                        List.of())),
                        List.of(),
                        List.of(),
                        List.of()),
                Role.COORDINATOR);
        assertThat(side.lastWritten()).hasSize(2).hasAtLeastOneElementOfType(PlaceChanged.class);
        given(new RelistHearing(SECOND, LocalDate.parse("2020-11-25"), null), Role.COORDINATOR);
        assertThat(side.lastWritten()).hasSize(2).hasAtLeastOneElementOfType(PlaceChanged.class);
        given(new LeaveWaitingList(SECOND), Role.COORDINATOR);
        assertThat(side.lastWritten()).hasSize(2).contains(new PlaceLeft(LIST, SECOND));
        given(new RelistHearing(SECOND, LocalDate.parse("2020-11-26"), null), Role.COORDINATOR);
        assertThat(side.lastWritten()).hasSize(1);
    }

    @Test
    void aFreeSlotIsOfferedToWhoseTurnItIsAndKept() {
        givenASurgeryWithOneSlot();
        givenWaiting(SECOND);
        givenWaiting(THIRD);

        assertThat(offered()).containsExactly(offer(SECOND));

        assertThat(side.lastWritten())
                .hasSize(3)
                .contains(
                        new SlotReserved(SURGERY, START, SECOND, TOMORROW),
                        new SlotOffered(SECOND, slot(SURGERY, START), TOMORROW));
        assertThat(side.lastWritten())
                .filteredOn(OfferDecided.class::isInstance)
                .singleElement()
                .satisfies(
                        event -> {
                            OfferDecided decided = (OfferDecided) event;
                            assertThat(decided.candidates()).hasSize(2);
                            assertThat(
                                            OrderOfOffers.decideAgain(decided)
                                                    .orElseThrow()
                                                    .engagement())
                                    .isEqualTo(SECOND);
                        });
        assertThat(offered()).as("nothing is offered twice").isEmpty();
        givenPutForward(ENGAGEMENT);
        assertThat(ask(book(ENGAGEMENT, SURGERY, START), Role.COORDINATOR))
                .extracting(OffersTest::rules)
                .isEqualTo(List.of(Rule.SLOT_TAKEN));
    }

    private static List<Rule> rules(Answer answer) {
        return answer instanceof Answer.Refused(List<Refusal> refusals)
                ? refusals.stream().map(Refusal::rule).toList()
                : List.of();
    }

    @Test
    void whatIsAcceptedIsBookedAndThePlaceIsLeft() {
        givenASurgeryWithOneSlot();
        givenWaiting(SECOND);
        offered();
        given(new AcceptOffer(SECOND), Role.COORDINATOR);
        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new PlaceLeft(LIST, SECOND),
                        new SlotAllocated(SURGERY, START, SECOND),
                        new SlotBooked(SECOND, slot(SURGERY, START)));
    }

    @Test
    void whatIsDeclinedIsOfferedToTheNextAndToNobodyTwice() {
        givenASurgeryWithOneSlot();
        givenWaiting(SECOND);
        givenWaiting(THIRD);
        offered();
        given(new DeclineOffer(SECOND, null), Role.COORDINATOR);
        assertThat(side.lastWritten())
                .containsExactlyInAnyOrder(
                        new PlaceChanged(LIST, waiting(SECOND)),
                        new ReservationEnded(SURGERY, START, SECOND),
                        new SlotOfferDeclined(SECOND, slot(SURGERY, START), null));
        assertThat(offered()).containsExactly(offer(THIRD));
        side.timePasses(Duration.ofDays(1));
        assertThat(ask(new AcceptOffer(THIRD), Role.COORDINATOR))
                .extracting(OffersTest::rules)
                .isEqualTo(List.of(Rule.OFFER_ENDED));
        given(new ExpireOffer(THIRD, SURGERY, START), Role.SYSTEM);
        given(new ExpireOffer(THIRD, SURGERY, START), Role.SYSTEM);
        assertThat(offered()).isEmpty();
        given(book(SECOND, SURGERY, START), Role.COORDINATOR);
    }

    @Test
    void severalFreeSlotsAreOfferedInTheOrderOfTheirTime() {
        side.commands().send(schedule(SURGERY, START), by(Role.COORDINATOR));
        givenWaiting(SECOND);
        givenWaiting(THIRD);
        assertThat(offered())
                .containsExactly(
                        offer(SECOND),
                        new OfferSlot(THIRD, SURGERY, START.plus(Duration.ofMinutes(20))));
    }

    @Test
    void nothingIsOfferedOutOfTurn() {
        givenASurgeryWithOneSlot();
        givenWaiting(SECOND);
        givenWaiting(THIRD);
        int units = side.written().size();
        assertThat(rules(ask(offer(THIRD), Role.SYSTEM))).containsExactly(Rule.NOT_NEXT);
        assertThat(side.written()).hasSize(units);
    }

    @Test
    void aBlockedSlotIsOnOfferNoMoreAndWhoHadItComesFirst() {
        side.commands().send(schedule(SURGERY, START), by(Role.COORDINATOR));
        side.commands().send(schedule(NEXT_SURGERY, NEXT_START), by(Role.COORDINATOR));
        givenPutForward(THIRD);
        given(book(THIRD, SURGERY, START.plus(Duration.ofMinutes(20))), Role.COORDINATOR);
        givenWaiting(SECOND);
        assertThat(offered()).containsExactly(offer(SECOND));

        Block block = new Block(SURGERY, null, personal("The link is down."));
        Answer foreseen =
                side.commands().send(block, by(Role.COORDINATOR), new Conditions(null, true));
        assertThat(((Answer.Foreseen) foreseen).accepted().offersWithdrawn())
                .containsExactly(SECOND.value());
        Answer answer = side.commands().send(block, by(Role.COORDINATOR));
        assertThat(((Answer.Accepted) answer).offersWithdrawn()).containsExactly(SECOND.value());
        assertThat(((Answer.Accepted) answer).released()).containsExactly(THIRD.value());
        assertThat(side.lastWritten())
                .hasAtLeastOneElementOfType(SlotOfferWithdrawn.class)
                .contains(
                        new ReservationEnded(SURGERY, START, SECOND),
                        new OfferWithdrawn(LIST, slot(SURGERY, START), waiting(SECOND)),
                        new WaitingListJoined(THIRD, NOW, null, null, true))
                .hasAtLeastOneElementOfType(PlaceTaken.class);
        assertThat(side.offers().offerFreeSlots(NEXT_SURGERY, by(Role.SYSTEM)))
                .extracting(OfferSlot::engagement)
                .containsExactly(THIRD, SECOND);
    }

    @Test
    void aSlotWhoseOfferWasWithdrawnIsOfferedToTheSameAgainOnceItIsFree() {
        givenASurgeryWithOneSlot();
        givenWaiting(SECOND);
        givenWaiting(THIRD);
        assertThat(offered()).containsExactly(offer(SECOND));
        side.commands().send(new Block(SURGERY, null, personal("Flooded")), by(Role.COORDINATOR));
        assertThat(offered()).isEmpty();
        side.commands().send(new Unblock(SURGERY, null), by(Role.COORDINATOR));
        assertThat(offered()).containsExactly(offer(SECOND));
    }

    @Test
    void aMoveNamesTheOffersThatItWithdraws() {
        side.commands().send(schedule(SURGERY, START), by(Role.COORDINATOR));
        givenWaiting(SECOND);
        assertThat(offered()).containsExactly(offer(SECOND));

        Answer answer =
                side.commands()
                        .send(
                                new Move(SURGERY, START.plus(Duration.ofHours(1)), Set.of()),
                                by(Role.COORDINATOR));

        assertThat(((Answer.Accepted) answer).offersWithdrawn()).containsExactly(SECOND.value());
        assertThat(((Answer.Accepted) answer).moved()).isEmpty();
    }

    @Test
    void ofALastSurgeryIsWarnedOnceWhetherOrNotAnybodyHasEverWaited() {
        Instant deadline = Instant.parse("2020-11-20T00:00:00Z");
        WarnOfLastSurgery warn =
                new WarnOfLastSurgery(LIST, List.of(new Near(SECOND, SURGERY, START, deadline)));
        assertThat(rules(side.commands().send(warn, by(Role.COORDINATOR))))
                .containsExactly(Rule.NOT_PERMITTED);
        assertThat(side.commands().send(warn, by(Role.SYSTEM))).isInstanceOf(Answer.Accepted.class);
        assertThat(side.lastWritten())
                .containsExactly(new LastSurgeryNear(LIST, SECOND, SURGERY, START, deadline));
        givenWaiting(SECOND);
        int units = side.written().size();
        assertThat(side.commands().send(warn, by(Role.SYSTEM))).isInstanceOf(Answer.Accepted.class);
        assertThat(side.written()).hasSize(units);
    }

    @Test
    @Timeout(60)
    void itComesToAnEndEvenIfEveryAnswerIsThatOfAnEarlierTime() {
        side.commands().send(schedule(SURGERY, START), by(Role.COORDINATOR));
        givenWaiting(SECOND);
        givenWaiting(THIRD);
        List<Object> asked = new ArrayList<>();
        CommandGateway kept =
                (CommandGateway)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {CommandGateway.class},
                                (proxy, method, arguments) -> {
                                    asked.add(arguments[0]);
                                    return Answer.Accepted.with(1, List.of());
                                });

        assertThat(side.offers(kept).offerFreeSlots(SURGERY, by(Role.SYSTEM)))
                .extracting(OfferSlot::engagement)
                .containsExactly(SECOND, THIRD);
        assertThat(asked).hasSize(2);
    }

    @Test
    @Timeout(60)
    void itLooksAFewTimesOnlyIfWhatItAsksIsRefused() {
        givenASurgeryWithOneSlot();
        givenWaiting(SECOND);
        List<Object> asked = new ArrayList<>();
        CommandGateway refusing =
                (CommandGateway)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {CommandGateway.class},
                                (proxy, method, arguments) -> {
                                    asked.add(arguments[0]);
                                    return new Answer.Refused(
                                            List.of(Refusal.of(Rule.NOT_NEXT, "")));
                                });

        assertThat(side.offers(refusing).offerFreeSlots(SURGERY, by(Role.SYSTEM))).isEmpty();
        assertThat(asked).hasSize(5);
    }
}
