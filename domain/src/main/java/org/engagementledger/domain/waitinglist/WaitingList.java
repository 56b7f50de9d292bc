package org.engagementledger.domain.waitinglist;

import static org.engagementledger.domain.casework.Rule.NOT_NEXT;
import static org.engagementledger.domain.casework.Rule.NOT_PERMITTED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.engagementledger.domain.waitinglist.WaitingListCommand.WarnOfLastSurgery.Near;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a slot at a court. It is kept in step with the engagements in the unit of work of
 * their own events, so that it always says what they say, and it alone decides whose turn it is.
 *
 * @param places in the order in which they were taken
 * @param warned the cases, waiting or not, of which was warned that their last surgery is near
 */
public record WaitingList(List<Place> places, List<Warned> warned) {

    /**
     * A case that waits.
     *
     * @param offered the slots that were offered to it while it waited, and have not begun; not
     *     those whose offers were withdrawn
     */
    public record Place(WaitingCase waiting, List<Slot> offered) {
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
     * A case of whose last surgery was warned. It is forgotten when its time is over.
     *
     * @param surgery which one; null if none was left
     * @param deadline before which a slot must begin to be of use to it
     */
    public record Warned(EngagementId engagement, @Nullable SurgeryId surgery, Instant deadline) {}

    public WaitingList {
        places = List.copyOf(places);
        warned = List.copyOf(warned);
    }

    public static WaitingList empty() {
        return new WaitingList(List.of(), List.of());
    }

    /**
     * What follows for the list if the case now waits so, or no longer.
     *
     * @param withdrawn whether what was on offer to it was withdrawn
     */
    public static Optional<WaitingListEvent> change(
            Optional<WaitingCase> before, Optional<WaitingCase> after, boolean withdrawn) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        Optional<Slot> slot = before.map(WaitingCase::offered).filter(offered -> withdrawn);
        return after.<WaitingListEvent>map(
                        waiting ->
                                before.isEmpty()
                                        ? new PlaceTaken(waiting.list(), waiting)
                                        : slot.<WaitingListEvent>map(
                                                        offered ->
                                                                new OfferWithdrawn(
                                                                        waiting.list(),
                                                                        offered,
                                                                        waiting))
                                                .orElseGet(
                                                        () ->
                                                                new PlaceChanged(
                                                                        waiting.list(), waiting)))
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
    public Decision<WaitingListEvent> decide(WaitingListCommand command, Actor actor) {
        if (actor.role() != Role.SYSTEM) {
            return Decision.refused(Refusal.of(NOT_PERMITTED, "", Checks.words(actor.role())));
        }
        return switch (command) {
            case WarnOfLastSurgery c ->
                    new Decision.Accepted<>(
                            c.cases().stream()
                                    .filter(near -> !isSaid(near))
                                    .<WaitingListEvent>map(
                                            near ->
                                                    new LastSurgeryNear(
                                                            c.list(),
                                                            near.engagement(),
                                                            near.surgery(),
                                                            near.start(),
                                                            near.deadline()))
                                    .toList());
        };
    }

    private boolean isSaid(Near near) {
        return warned.stream()
                .anyMatch(
                        it ->
                                it.engagement().equals(near.engagement())
                                        && Objects.equals(it.surgery(), near.surgery()));
    }

    public WaitingList evolve(WaitingListEvent event) {
        return switch (event) {
            case PlaceTaken e ->
                    new WaitingList(
                            Stream.concat(
                                            places.stream(),
                                            Stream.of(new Place(e.waiting(), List.of())))
                                    .toList(),
                            warnedAfter(e.waiting().joinedAt()));
            case PlaceChanged e ->
                    new WaitingList(
                            with(
                                    e.waiting().engagement(),
                                    place -> new Place(e.waiting(), place.offered())),
                            warned);
            case PlaceLeft e ->
                    new WaitingList(
                            places.stream()
                                    .filter(
                                            place ->
                                                    !place.waiting()
                                                            .engagement()
                                                            .equals(e.engagement()))
                                    .toList(),
                            warned);
            case OfferDecided e ->
                    new WaitingList(
                            with(
                                    e.engagement(),
                                    place ->
                                            new Place(
                                                    place.waiting().with(e.slot()),
                                                    offered(place, e))),
                            warnedAfter(e.offeredAt()));
            case OfferWithdrawn e ->
                    new WaitingList(
                            with(
                                    e.waiting().engagement(),
                                    place ->
                                            new Place(
                                                    e.waiting(),
                                                    place.offered().stream()
                                                            .filter(it -> !it.equals(e.slot()))
                                                            .toList())),
                            warned);
            case LastSurgeryNear e ->
                    new WaitingList(
                            places,
                            Stream.concat(
                                            warned.stream()
                                                    .filter(
                                                            it ->
                                                                    !it.engagement()
                                                                            .equals(
                                                                                    e
                                                                                            .engagement())),
                                            Stream.of(
                                                    new Warned(
                                                            e.engagement(),
                                                            e.surgery(),
                                                            e.deadline())))
                                    .toList());
        };
    }

    private List<Warned> warnedAfter(Instant now) {
        return warned.stream().filter(it -> it.deadline().isAfter(now)).toList();
    }

    /** What has begun can't be offered again, and needn't be remembered. */
    private static List<Slot> offered(Place place, OfferDecided offer) {
        List<Slot> offered = new ArrayList<>(place.offered());
        offered.removeIf(slot -> !slot.start().isAfter(offer.offeredAt()));
        offered.add(offer.slot());
        return offered;
    }

    private List<Place> with(EngagementId engagement, UnaryOperator<Place> changed) {
        return places.stream()
                .map(
                        place ->
                                place.waiting().engagement().equals(engagement)
                                        ? changed.apply(place)
                                        : place)
                .toList();
    }
}
