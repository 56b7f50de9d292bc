package org.engagementledger.domain.engagement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.claim.Claim;
import org.engagementledger.domain.claim.ClaimEvent;
import org.engagementledger.domain.claim.ClaimId;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotOfferWithdrawn;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SlotsBlocked;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingList;
import org.engagementledger.domain.waitinglist.WaitingListEvent;
import org.engagementledger.domain.waitinglist.WaitingListId;

/**
 * Engagements, surgeries and claims under a moving clock, written together or not at all: what
 * whoever carries commands out has to do beside the domain.
 */
final class WalkWorld {

    /** A state and the events that it came from. */
    static final class Book<S, E> {

        private final S blank;
        private final BiFunction<S, E, S> evolve;
        private final List<E> events = new ArrayList<>();
        private S live;

        private Book(S blank, BiFunction<S, E, S> evolve) {
            this.blank = blank;
            this.evolve = evolve;
            live = blank;
        }

        private void write(E event) {
            events.add(event);
            live = evolve.apply(live, event);
        }

        S live() {
            return live;
        }

        List<E> events() {
            return events;
        }

        /** The state as all events make it, from the first. */
        S replayed() {
            S state = blank;
            for (E event : events) {
                state = evolve.apply(state, event);
            }
            return state;
        }
    }

    /** What a command came to: events and the books they were written in, or refusals. */
    record Result(List<EngagementEvent> events, Set<Book<?, ?>> written, List<Refusal> refusals) {

        private static Result refused(List<Refusal> refusals) {
            return new Result(List.of(), Set.of(), refusals);
        }

        boolean accepted() {
            return refusals.isEmpty();
        }
    }

    static final Terms TERMS =
            new Terms(
                    List.of(
                            new Court(Words.BEXLEY, "Bexley Magistrates' Court"),
                            new Court(Words.BROMLEY, "Bromley Magistrates' Court")),
                    Duration.ofHours(24),
                    10);

    private static final Actor POLICY = new Actor("rolling-programme", Role.SYSTEM, null);

    final Map<EngagementId, Book<Engagement, EngagementEvent>> engagements = new LinkedHashMap<>();
    final Map<SurgeryId, Book<Surgery, SurgeryEvent>> surgeries = new LinkedHashMap<>();
    final Map<WaitingListId, Book<WaitingList, WaitingListEvent>> waitingLists =
            new LinkedHashMap<>();
    final Map<ClaimId, Book<Claim, ClaimEvent>> claims = new LinkedHashMap<>();

    /** The week before the clocks go back. */
    private Instant now = Instant.parse("2020-10-19T09:00:00Z");

    WalkWorld() {
        rollTheProgramme();
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LondonTime.dateOf(now);
    }

    void wait(Duration time) {
        now = now.plus(time);
        rollTheProgramme();
    }

    /** Every court has a session on each of the next three Thursdays, 15:00 to 18:00 in London. */
    private void rollTheProgramme() {
        LocalDate thursday = today().with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        for (int week = 0; week < 3; week++) {
            Instant start =
                    thursday.plusWeeks(week)
                            .atTime(LocalTime.of(15, 0))
                            .atZone(LondonTime.ZONE)
                            .toInstant();
            for (Court court : TERMS.courts()) {
                SurgeryId id = SurgeryId.of(court.ouCode(), start);
                SurgeryCommand schedule =
                        new SurgeryCommand.Schedule(
                                id,
                                court.ouCode(),
                                start,
                                start.plus(Duration.ofHours(3)),
                                Duration.ofMinutes(20),
                                List.of(),
                                null,
                                null);
                Book<Surgery, SurgeryEvent> book = surgery(id);
                if (book.live().decide(schedule, POLICY, now, TERMS)
                        instanceof Decision.Accepted<SurgeryEvent>(List<SurgeryEvent> events)) {
                    events.forEach(book::write);
                }
            }
        }
    }

    Book<Engagement, EngagementEvent> engagement(EngagementId id) {
        return engagements.computeIfAbsent(
                id, i -> new Book<>(Engagement.unsubmitted(), Engagement::evolve));
    }

    Book<WaitingList, WaitingListEvent> waitingList(WaitingListId id) {
        return waitingLists.computeIfAbsent(
                id, i -> new Book<>(WaitingList.empty(), WaitingList::evolve));
    }

    Book<Surgery, SurgeryEvent> surgery(SurgeryId id) {
        return surgeries.computeIfAbsent(
                id, i -> new Book<>(Surgery.unscheduled(), Surgery::evolve));
    }

    Book<Claim, ClaimEvent> claim(ClaimId id) {
        return claims.computeIfAbsent(id, i -> new Book<>(Claim.free(), Claim::evolve));
    }

    /** Decides, and writes everything that follows, or nothing. */
    Result attempt(Actor actor, EngagementCommand command) {
        EngagementId id = command.engagement();
        Book<Engagement, EngagementEvent> book = engagement(id);
        Engagement before = book.live();
        return switch (before.decide(command, circumstances(actor, command, book))) {
            case Decision.Refused(List<Refusal> refusals) -> Result.refused(refusals);
            case Decision.Accepted(List<EngagementEvent> events) -> {
                Engagement after = before;
                for (EngagementEvent event : events) {
                    after = after.evolve(event);
                }
                List<Refusal> refusals = new ArrayList<>();
                Map<Book<?, ?>, List<Runnable>> writes = new LinkedHashMap<>();
                plan(book, new Decision.Accepted<>(events), refusals, writes);
                changeClaims(before.claim(), after.claim(), id, refusals, writes);
                changeWaiting(command, before, after, events, refusals, writes);
                if (!(command instanceof HoldMeeting || command instanceof MissMeeting)) {
                    changeSlots(id, before, after, actor, refusals, writes);
                }
                if (!refusals.isEmpty()) {
                    yield Result.refused(refusals);
                }
                writes.values().forEach(all -> all.forEach(Runnable::run));
                yield new Result(events, writes.keySet(), List.of());
            }
        };
    }

    /** A coordinator changes a session, with what follows for whoever has its slots. */
    boolean attempt(SurgeryCommand command) {
        Actor coordinator = new Actor("coordinator", Role.COORDINATOR, null);
        Book<Surgery, SurgeryEvent> book = surgery(command.surgery());
        Surgery.Scheduled before = (Surgery.Scheduled) book.live();
        Circumstances at = new Circumstances(coordinator, now, TERMS);
        Map<EngagementId, List<EngagementEvent>> moved = new LinkedHashMap<>();
        SurgeryCommand whole = command;
        if (command instanceof SurgeryCommand.Move move) {
            Duration by = Duration.between(before.start(), move.start());
            before.holdings()
                    .forEach(
                            (from, id) -> {
                                Slot to =
                                        new Slot(
                                                before.id(),
                                                from.start().plus(by),
                                                from.end().plus(by));
                                moved.put(id, engagement(id).live().slotMoved(from, to, at));
                            });
            whole =
                    new SurgeryCommand.Move(
                            move.surgery(),
                            move.start(),
                            moved.keySet().stream()
                                    .filter(
                                            it ->
                                                    moved.get(it).stream()
                                                            .noneMatch(
                                                                    SlotBooked.class::isInstance))
                                    .collect(Collectors.toSet()));
        }
        if (!(book.live().decide(whole, coordinator, now, TERMS)
                instanceof Decision.Accepted<SurgeryEvent>(List<SurgeryEvent> events))) {
            return false;
        }
        if (command instanceof SurgeryCommand.Block) {
            Set<Instant> blocked =
                    events.stream()
                            .filter(SlotsBlocked.class::isInstance)
                            .flatMap(event -> ((SlotsBlocked) event).starts().stream())
                            .collect(Collectors.toSet());
            before.holdings()
                    .forEach(
                            (slot, id) -> {
                                if (blocked.contains(slot.start())) {
                                    follow(id, engagement(id).live().slotBlocked(slot, at));
                                }
                            });
        }
        events.forEach(book::write);
        moved.forEach(this::follow);
        return true;
    }

    private void follow(EngagementId id, List<EngagementEvent> events) {
        Book<Engagement, EngagementEvent> book = engagement(id);
        Engagement before = book.live();
        events.forEach(book::write);
        WaitingList.change(before.waiting(), book.live().waiting(), isWithdrawn(events))
                .ifPresent(event -> waitingList(event.list()).write(event));
    }

    private static boolean isWithdrawn(List<EngagementEvent> events) {
        return events.stream().anyMatch(SlotOfferWithdrawn.class::isInstance);
    }

    private Circumstances circumstances(
            Actor actor, EngagementCommand command, Book<Engagement, EngagementEvent> book) {
        Circumstances plain = new Circumstances(actor, now, TERMS);
        return switch (command) {
            case BookSlot c -> plain.with(known(c.surgery()));
            case OfferSlot c -> plain.with(known(c.surgery()));
            case AcceptOffer c ->
                    book.live()
                            .offer()
                            .map(offer -> plain.with(known(offer.slot().surgery())))
                            .orElse(plain);
            case RecordInError c ->
                    plain.with(
                            c.sequence() >= 0 && c.sequence() < book.events().size()
                                    ? book.events().get((int) c.sequence())
                                    : null);
            default -> plain;
        };
    }

    private Surgery known(SurgeryId id) {
        return surgeries.containsKey(id) ? surgery(id).live() : Surgery.unscheduled();
    }

    private void changeClaims(
            Optional<ClaimId> before,
            Optional<ClaimId> after,
            EngagementId engagement,
            List<Refusal> refusals,
            Map<Book<?, ?>, List<Runnable>> writes) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(
                id -> plan(claim(id), claim(id).live().release(id, engagement), refusals, writes));
        after.ifPresent(
                id -> plan(claim(id), claim(id).live().take(id, engagement), refusals, writes));
    }

    private void changeSlots(
            EngagementId id,
            Engagement before,
            Engagement after,
            Actor actor,
            List<Refusal> refusals,
            Map<Book<?, ?>, List<Runnable>> writes) {
        for (SurgeryCommand command : Engagement.forSurgeries(id, before, after)) {
            Book<Surgery, SurgeryEvent> book = surgery(command.surgery());
            plan(book, book.live().decide(command, actor, now, TERMS), refusals, writes);
        }
    }

    private void changeWaiting(
            EngagementCommand command,
            Engagement before,
            Engagement after,
            List<EngagementEvent> events,
            List<Refusal> refusals,
            Map<Book<?, ?>, List<Runnable>> writes) {
        if (command instanceof OfferSlot) {
            WaitingListId id = after.waiting().orElseThrow().list();
            CaseFile.Offer offer = after.offer().orElseThrow();
            Book<WaitingList, WaitingListEvent> list = waitingList(id);
            plan(
                    list,
                    list.live()
                            .offer(
                                    id,
                                    offer.slot(),
                                    command.engagement(),
                                    offer.until(),
                                    now,
                                    TERMS),
                    refusals,
                    writes);
            return;
        }
        WaitingList.change(before.waiting(), after.waiting(), isWithdrawn(events))
                .ifPresent(
                        event ->
                                plan(
                                        waitingList(event.list()),
                                        Decision.accepted(event),
                                        refusals,
                                        writes));
    }

    private static <S, E> void plan(
            Book<S, E> book,
            Decision<E> decision,
            List<Refusal> refusals,
            Map<Book<?, ?>, List<Runnable>> writes) {
        switch (decision) {
            case Decision.Refused(List<Refusal> more) -> refusals.addAll(more);
            case Decision.Accepted(List<E> events) ->
                    events.forEach(
                            event ->
                                    writes.computeIfAbsent(book, b -> new ArrayList<>())
                                            .add(() -> book.write(event)));
        }
    }
}
