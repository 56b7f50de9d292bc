package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.claim.Claim;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.RecordInError;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.event.*;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.waitinglist.Candidate;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.OrderOfOffers;
import org.engagementledger.domain.waitinglist.WaitingCase;
import org.engagementledger.domain.waitinglist.WaitingList;

/** What holds after every step of the walk, whatever was asked by whom. */
final class WalkInvariants {

    private final WalkWorld world;
    private final Map<EngagementId, Set<Object>> idsGiven = new HashMap<>();
    private int offersMade;

    WalkInvariants(WalkWorld world) {
        this.world = world;
    }

    /** Of what was asked and what came of it. */
    void checkStep(EngagementCommand command, Engagement before, WalkWorld.Result result) {
        Engagement after = world.engagement(command.engagement()).live();
        if (!result.accepted()) {
            assertThat(after).as("refused means unchanged").isSameAs(before);
            checkSentences(command, result.refusals());
            return;
        }
        result.written().forEach(WalkInvariants::checkReplay);
        if (!Permissions.roles(command).contains(Role.SYSTEM)) {
            assertThat(result.events()).isNotEmpty();
        }
        assertThat(result.events())
                .allMatch(event -> event.engagement().equals(command.engagement()));
        if (before instanceof Engagement.Closed) {
            assertThat(command)
                    .as("what is closed takes corrections only")
                    .isInstanceOf(RecordInError.class);
        }
        if (after instanceof Engagement.Closed || after.booking().isPresent()) {
            assertThat(after.waiting()).as("what is closed or booked doesn't wait").isEmpty();
        }
        if (after instanceof Engagement.Closed) {
            assertThat(toCome(after)).as("what is closed has no slot to come").isEmpty();
        }
        assertThat(PersonalValues.in(((Engagement.Made) after).file()))
                .as("nothing personal in the state")
                .isEmpty();
        Set<Object> given = idsGiven.computeIfAbsent(command.engagement(), id -> new HashSet<>());
        for (EngagementEvent event : result.events()) {
            idsIn(event).forEach(id -> assertThat(given.add(id)).as("%s is new", id).isTrue());
            switch (event) {
                case SlotBooked e -> checkBooked(((Engagement.Made) before).file(), e.slot());
                case SlotOffered e -> {
                    checkBooked(((Engagement.Made) before).file(), e.slot());
                    assertThat(e.until()).isAfter(world.now()).isBefore(e.slot().start());
                    offersMade++;
                }
                default -> {
                    // Nothing more is to be said of it here.
                }
            }
        }
    }

    private static void checkSentences(EngagementCommand command, List<Refusal> refusals) {
        List<String> personal = PersonalValues.textsIn(command);
        assertThat(refusals).isNotEmpty().doesNotHaveDuplicates();
        for (Refusal refusal : refusals) {
            String told = refusal.sentence() + refusal.details();
            assertThat(personal).as(told).noneMatch(told::contains);
        }
    }

    private void checkBooked(CaseFile file, Slot slot) {
        Surgery.Scheduled surgery = (Surgery.Scheduled) world.surgery(slot.surgery()).live();
        assertThat(surgery.slots()).as("on the grid").contains(slot);
        assertThat(surgery.court()).isEqualTo(file.court());
        assertThat(slot.start())
                .isAfter(world.now())
                .isBefore(
                        LondonTime.startOf(file.hearingDate())
                                .minus(WalkWorld.TERMS.preparation()));
    }

    private static Stream<Object> idsIn(EngagementEvent event) {
        return switch (event) {
            case Submitted e ->
                    Stream.concat(people(e.defendants()), e.issues().stream().map(i -> i.id()));
            case Amended e ->
                    Stream.of(
                                    people(e.defendants()),
                                    e.details().stream()
                                            .map(DefendantDetails::offences)
                                            .flatMap(Collection::stream)
                                            .map(offence -> offence.id()),
                                    e.issues().stream().map(issue -> issue.id()))
                            .flatMap(ids -> ids);
            case InformationRequested e -> Stream.of(e.request());
            case PleaOffered e -> Stream.of(e.plea());
            case PleaIndicated e -> Stream.of(e.plea());
            default -> Stream.empty();
        };
    }

    private static Stream<Object> people(List<Defendant> defendants) {
        return defendants.stream()
                .flatMap(
                        defendant ->
                                Stream.concat(
                                        Stream.of(defendant.id()),
                                        defendant.offences().stream().map(o -> o.id())));
    }

    private Optional<Slot> toCome(Engagement engagement) {
        return engagement.booking().filter(slot -> slot.start().isAfter(world.now()));
    }

    private static void checkReplay(WalkWorld.Book<?, ?> book) {
        assertThat(book.replayed()).as("replayed from the first event").isEqualTo(book.live());
    }

    /** Of a session that somebody tried to change, and of everybody. */
    void checkAfter(SurgeryCommand command) {
        WalkWorld.Book<Surgery, SurgeryEvent> book = world.surgery(command.surgery());
        checkReplay(book);
        checkTogether(world.engagements.keySet());
        checkSurgeriesAndClaims();
        Surgery.Scheduled session = (Surgery.Scheduled) book.live();
        assertThat(session.blocked()).doesNotHaveDuplicates();
        assertThat(session.slots().map(Slot::start)).containsAll(session.blocked());
        assertThat(session.allocations())
                .extracting(Surgery.Allocation::start)
                .doesNotContainAnyElementsOf(
                        session.blocked().isEmpty() ? List.of(Instant.EPOCH) : session.blocked());
    }

    /** Of everything that was ever written. */
    void checkAll() {
        world.engagements.values().forEach(WalkInvariants::checkReplay);
        world.surgeries.values().forEach(WalkInvariants::checkReplay);
        world.claims.values().forEach(WalkInvariants::checkReplay);
        world.waitingLists.values().forEach(WalkInvariants::checkReplay);
        checkWaitingLists();
        checkTogether(world.engagements.keySet());
        checkSurgeriesAndClaims();
    }

    /** Of the lists: they say of everybody what the engagements say, and offers are as decided. */
    private void checkWaitingLists() {
        Stream<WaitingCase> waiting =
                world.engagements.values().stream().flatMap(it -> it.live().waiting().stream());
        Stream<WaitingCase> listed =
                world.waitingLists.values().stream()
                        .flatMap(book -> book.live().places().stream())
                        .map(WaitingList.Place::waiting);
        assertThat(listed).containsExactlyInAnyOrderElementsOf(waiting.toList());
        List<OfferDecided> offers =
                world.waitingLists.values().stream()
                        .flatMap(book -> book.events().stream())
                        .filter(OfferDecided.class::isInstance)
                        .map(OfferDecided.class::cast)
                        .toList();
        assertThat(offers)
                .hasSize(offersMade)
                .allSatisfy(
                        offer ->
                                assertThat(
                                                OrderOfOffers.decideAgain(offer)
                                                        .map(Candidate::engagement))
                                        .as("decided again")
                                        .contains(offer.engagement()));
    }

    /** Of these engagements and everything that they hold. */
    void checkTogether(Collection<EngagementId> ids) {
        Map<Slot, EngagementId> booked = new HashMap<>();
        Map<ClaimId, EngagementId> claimed = new HashMap<>();
        for (EngagementId id : ids) {
            Engagement engagement = world.engagement(id).live();
            engagement
                    .booking()
                    .ifPresent(
                            slot ->
                                    assertThat(booked.put(slot, id))
                                            .as("%s is held once", slot)
                                            .isNull());
            toCome(engagement)
                    .ifPresent(
                            slot ->
                                    assertThat(surgery(slot).holder(slot.start()))
                                            .as("the surgery knows who has %s", slot)
                                            .contains(id));
            engagement
                    .offer()
                    .filter(offer -> offer.until().isAfter(world.now()))
                    .ifPresent(
                            offer -> {
                                Slot slot = offer.slot();
                                assertThat(booked.put(slot, id))
                                        .as("%s is booked or on offer once", slot)
                                        .isNull();
                                assertThat(surgery(slot).reservations())
                                        .as("the surgery keeps %s", slot)
                                        .contains(
                                                new Surgery.Reservation(
                                                        slot.start(), id, offer.until()));
                            });
            engagement
                    .claim()
                    .ifPresent(
                            claim -> {
                                assertThat(claimed.put(claim, id))
                                        .as("%s is open once", claim)
                                        .isNull();
                                assertThat(world.claim(claim).live()).isEqualTo(new Claim(id));
                            });
        }
    }

    private Surgery.Scheduled surgery(Slot slot) {
        return (Surgery.Scheduled) world.surgery(slot.surgery()).live();
    }

    /** Of what surgeries and claims hold: each allocation still to come is somebody's booking. */
    void checkSurgeriesAndClaims() {
        world.surgeries.forEach(
                (id, book) -> {
                    Surgery.Scheduled surgery = (Surgery.Scheduled) book.live();
                    if (surgery.end().isAfter(world.now())) {
                        surgery.slots().forEach(slot -> checkHolder(surgery, slot));
                        assertThat(
                                        Stream.concat(
                                                surgery.allocations().stream()
                                                        .map(Surgery.Allocation::start),
                                                surgery.reservations().stream()
                                                        .map(Surgery.Reservation::start)))
                                .doesNotHaveDuplicates();
                    }
                });
        world.claims.forEach(
                (id, book) -> {
                    EngagementId holder = book.live().holder();
                    if (holder != null) {
                        assertThat(world.engagement(holder).live().claim()).contains(id);
                    }
                });
    }

    private void checkHolder(Surgery.Scheduled surgery, Slot slot) {
        if (slot.start().isAfter(world.now())) {
            surgery.holder(slot.start())
                    .ifPresent(
                            holder ->
                                    assertThat(world.engagement(holder).live().booking())
                                            .as("%s is its holder's", slot)
                                            .contains(slot));
        }
    }
}
