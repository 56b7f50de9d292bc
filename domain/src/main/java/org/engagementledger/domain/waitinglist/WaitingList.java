package org.engagementledger.domain.waitinglist;

import static org.engagementledger.domain.casework.Rule.NOT_NEXT;
import static org.engagementledger.domain.casework.Rule.NOT_PERMITTED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a slot at a court. It is kept in step with the engagements in the unit of work of
 * their own events, so that it always says what they say, and it alone decides whose turn it is.
 *
 * @param places in the order in which they were taken
 */
public record WaitingList(List<Place> places) {

    /**
     * A case that waits.
     *
     * @param offered the slots that were offered to it while it waited, and have not begun
     * @param warned the last surgery of which was warned; null if that hasn't been
     */
    public record Place(WaitingCase waiting, List<Slot> offered, @Nullable Warned warned) {
        public Place {
            offered = List.copyOf(offered);
        }

        private Candidate candidate(Slot slot, Terms terms) {
            return new Candidate(
                    waiting.engagement(),
                    waiting.joinedAt(),
                    waiting.priority(),
                    waiting.custodyTimeLimit(),
                    waiting.hearingDate(),
                    terms.deadline(waiting.hearingDate()),
                    waiting.suitableFrom(),
                    waiting.suitableUntil(),
                    waiting.offered() != null,
                    offered.stream().anyMatch(slot::equals));
        }
    }

    /**
     * A last surgery of which was warned.
     *
     * @param surgery null if none was left
     */
    public record Warned(@Nullable SurgeryId surgery) {}

    public WaitingList {
        places = List.copyOf(places);
    }

    public static WaitingList empty() {
        return new WaitingList(List.of());
    }

    /** What follows for the list if the case now waits so, or no longer. */
    public static Optional<WaitingListEvent> change(
            Optional<WaitingCase> before, Optional<WaitingCase> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        return after.<WaitingListEvent>map(
                        waiting ->
                                before.isEmpty()
                                        ? new PlaceTaken(waiting.list(), waiting)
                                        : new PlaceChanged(waiting.list(), waiting))
                .or(
                        () ->
                                before.map(
                                        waiting ->
                                                new PlaceLeft(
                                                        waiting.list(), waiting.engagement())));
    }

    /** Everybody who waits, with the facts that count for this slot. */
    public List<Candidate> candidates(Slot slot, Terms terms) {
        return places.stream().map(place -> place.candidate(slot, terms)).toList();
    }

    /** Whose turn it is to be offered the slot; empty if nobody can use it. */
    public Optional<EngagementId> whoseTurn(Slot slot, Terms terms) {
        return OrderOfOffers.whoseTurn(candidates(slot, terms), slot.start())
                .map(Candidate::engagement);
    }

    /** Offers the slot to the case, if it is its turn. */
    public Decision<WaitingListEvent> offer(
            WaitingListId id,
            Slot slot,
            EngagementId engagement,
            Instant until,
            Instant now,
            Terms terms) {
        List<Candidate> candidates = candidates(slot, terms);
        return OrderOfOffers.whoseTurn(candidates, slot.start())
                        .filter(first -> first.engagement().equals(engagement))
                        .isPresent()
                ? Decision.accepted(
                        new OfferDecided(
                                id,
                                slot,
                                engagement,
                                now,
                                until,
                                OrderOfOffers.VERSION,
                                candidates))
                : Decision.refused(Refusal.of(NOT_NEXT, ""));
    }

    /** The list after what was decided; the same if that was refused. */
    public WaitingList after(Decision<WaitingListEvent> decision) {
        WaitingList list = this;
        if (decision instanceof Decision.Accepted<WaitingListEvent>(var events)) {
            for (WaitingListEvent event : events) {
                list = list.evolve(event);
            }
        }
        return list;
    }

    /** What the command comes to. */
    public Decision<WaitingListEvent> decide(WaitingListCommand command, Actor actor, Terms terms) {
        if (actor.role() != Role.SYSTEM) {
            return Decision.refused(Refusal.of(NOT_PERMITTED, "", Checks.words(actor.role())));
        }
        return switch (command) {
            case WarnOfLastSurgery c -> warn(c, terms);
        };
    }

    private Decision<WaitingListEvent> warn(WarnOfLastSurgery c, Terms terms) {
        Warned warning = new Warned(c.surgery());
        return place(c.engagement())
                .filter(place -> !warning.equals(place.warned()))
                .map(
                        place ->
                                Decision.<WaitingListEvent>accepted(
                                        new LastSurgeryNear(
                                                c.list(),
                                                c.engagement(),
                                                c.surgery(),
                                                c.start(),
                                                terms.deadline(place.waiting().hearingDate()))))
                .orElseGet(Decision::accepted);
    }

    private Optional<Place> place(EngagementId engagement) {
        return places.stream()
                .filter(place -> place.waiting().engagement().equals(engagement))
                .findFirst();
    }

    public WaitingList evolve(WaitingListEvent event) {
        return switch (event) {
            case PlaceTaken e ->
                    new WaitingList(
                            Stream.concat(
                                            places.stream(),
                                            Stream.of(new Place(e.waiting(), List.of(), null)))
                                    .toList());
            case PlaceChanged e ->
                    with(
                            e.waiting().engagement(),
                            place -> new Place(e.waiting(), place.offered(), place.warned()));
            case PlaceLeft e ->
                    new WaitingList(
                            places.stream()
                                    .filter(
                                            place ->
                                                    !place.waiting()
                                                            .engagement()
                                                            .equals(e.engagement()))
                                    .toList());
            case OfferDecided e ->
                    with(
                            e.engagement(),
                            place ->
                                    new Place(
                                            place.waiting().with(e.slot()),
                                            offered(place, e),
                                            place.warned()));
            case LastSurgeryNear e ->
                    with(
                            e.engagement(),
                            place ->
                                    new Place(
                                            place.waiting(),
                                            place.offered(),
                                            new Warned(e.surgery())));
        };
    }

    /** What has begun can't be offered again, and needn't be remembered. */
    private static List<Slot> offered(Place place, OfferDecided offer) {
        List<Slot> offered = new ArrayList<>(place.offered());
        offered.removeIf(slot -> !slot.start().isAfter(offer.offeredAt()));
        offered.add(offer.slot());
        return offered;
    }

    private WaitingList with(EngagementId engagement, UnaryOperator<Place> changed) {
        return new WaitingList(
                places.stream()
                        .map(
                                place ->
                                        place.waiting().engagement().equals(engagement)
                                                ? changed.apply(place)
                                                : place)
                        .toList());
    }
}
