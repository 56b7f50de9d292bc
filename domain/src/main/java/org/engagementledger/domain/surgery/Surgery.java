package org.engagementledger.domain.surgery;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.SurgeryCommand.Allocate;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.EndReservation;
import org.engagementledger.domain.surgery.SurgeryCommand.Free;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Reserve;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.jspecify.annotations.Nullable;

/**
 * A court's session and its slots. It alone says which engagement has which slot, so no two can
 * have the same.
 *
 * <p>The first argument of {@link #decide} is what is asked, then who asks, when and on which
 * terms.
 */
public sealed interface Surgery {

    /**
     * How many slots a session may have: a day of eight hours in slots of ten minutes. The letter's
     * session has nine; that nobody needs more than this is assumed.
     */
    int MOST_SLOTS = 48;

    /** Before it is scheduled. */
    static Surgery unscheduled() {
        return new Unscheduled();
    }

    /** What the command comes to. */
    default Decision<SurgeryEvent> decide(
            SurgeryCommand command, Actor actor, Instant now, Terms terms) {
        return refusedUnlessTheyMaySchedule(command, actor)
                .orElseGet(
                        () ->
                                switch (this) {
                                    case Unscheduled none -> none.judge(command, actor, now, terms);
                                    case Scheduled known -> known.judge(command, actor, now);
                                });
    }

    /** What the surgery is after the event. */
    Surgery evolve(SurgeryEvent event);

    /** Refuses whoever may not schedule, and tells them nothing else: not whether there is one. */
    private static Optional<Decision<SurgeryEvent>> refusedUnlessTheyMaySchedule(
            SurgeryCommand command, Actor actor) {
        boolean ofASlot =
                switch (command) {
                    case Allocate c -> true;
                    case Free c -> true;
                    case Reserve c -> true;
                    case EndReservation c -> true;
                    default -> false;
                };
        return ofASlot || actor.role() == Role.COORDINATOR || actor.role() == Role.SYSTEM
                ? Optional.empty()
                : Optional.of(
                        Decision.refused(
                                Refusal.of(NOT_PERMITTED, "", Checks.words(actor.role()))));
    }

    /** Nothing has been scheduled under this id. */
    record Unscheduled() implements Surgery {

        private Decision<SurgeryEvent> judge(
                SurgeryCommand command, Actor actor, Instant now, Terms terms) {
            return switch (command) {
                case Schedule c -> schedule(c, actor, now, terms);
                case ChangeSession c -> unknown(c.surgery());
                case Move c -> unknown(c.surgery());
                case Block c -> unknown(c.surgery());
                case Unblock c -> unknown(c.surgery());
                case Allocate c -> Decision.refused(Refusal.of(SURGERY_UNKNOWN, "/surgery"));
                case Free c -> Decision.refused(Refusal.of(SURGERY_UNKNOWN, "/surgery"));
                case Reserve c -> Decision.refused(Refusal.of(SURGERY_UNKNOWN, "/surgery"));
                case EndReservation c -> Decision.refused(Refusal.of(SURGERY_UNKNOWN, "/surgery"));
            };
        }

        private static Decision<SurgeryEvent> unknown(SurgeryId surgery) {
            Refusal refusal = Refusal.of(SURGERY_UNKNOWN, "");
            return Decision.refused(
                    surgery.words()
                            .map(
                                    words ->
                                            new Refusal(
                                                    SURGERY_UNKNOWN,
                                                    "",
                                                    refusal.sentence()
                                                            + " None was scheduled for %s."
                                                                    .formatted(words),
                                                    refusal.details()))
                            .orElse(refusal));
        }

        private static Decision<SurgeryEvent> schedule(
                Schedule c, Actor actor, Instant now, Terms terms) {
            long minutes = c.slot().toMinutes();
            Duration length = Duration.between(c.start(), c.end());
            Checks checks = new Checks(actor);
            checks.refuseIf(
                            terms.court(c.court()).isEmpty(),
                            COURT_OUT_OF_SCOPE,
                            "/court",
                            terms.courtsInScope())
                    .refuseIf(!c.start().isAfter(now), SLOT_IN_PAST, "/start")
                    .refuseIf(!isWholeMinute(c.start()), NOT_ON_THE_MINUTE, "/start")
                    .refuseIf(!isWholeMinute(c.end()), NOT_ON_THE_MINUTE, "/end")
                    .refuseIf(
                            minutes < 1
                                    || !onOneDay(c.start(), c.end())
                                    || length.compareTo(c.slot()) < 0
                                    || !c.slot().equals(Duration.ofMinutes(minutes))
                                    || !length.equals(
                                            c.slot().multipliedBy(length.dividedBy(c.slot()))),
                            GRID_UNEVEN,
                            "/end")
                    .refuseIf(
                            minutes >= 1
                                    && onOneDay(c.start(), c.end())
                                    && length.compareTo(c.slot().multipliedBy(MOST_SLOTS)) > 0,
                            TOO_MANY_SLOTS,
                            "/end",
                            MOST_SLOTS);
            Host.check(checks, c.hosts(), "/hosts");
            JoinLink.check(checks, c.joinLink(), "/joinLink");
            return checks.then(
                    () ->
                            List.of(
                                    new SurgeryScheduled(
                                            c.surgery(),
                                            c.court(),
                                            c.start(),
                                            c.end(),
                                            (int) minutes,
                                            c.hosts(),
                                            c.joinLink(),
                                            c.programme())));
        }

        @Override
        public Surgery evolve(SurgeryEvent event) {
            return event instanceof SurgeryScheduled e
                    ? new Scheduled(
                            e.surgery(),
                            e.court(),
                            e.start(),
                            e.end(),
                            Duration.ofMinutes(e.slotMinutes()),
                            Host.leads(e.hosts()),
                            e.programme() != null,
                            e.programme(),
                            List.of(),
                            List.of(),
                            List.of())
                    : this;
        }
    }

    private static boolean isWholeMinute(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    private static boolean onOneDay(Instant start, Instant end) {
        return LondonTime.dateOf(start).equals(LondonTime.dateOf(end));
    }

    /** A slot that is taken, and by whom. */
    record Allocation(Instant start, EngagementId engagement) {}

    /** A slot that is kept for the engagement to which it is offered, until the offer ends. */
    record Reservation(Instant start, EngagementId engagement, Instant until) {}

    /**
     * Engagements can be given slots. Who attends it for the authorities isn't here, but for the
     * leads' logins: that is personal, and nothing is decided on it.
     *
     * @param slot how long a slot is
     * @param leads the logins of those who lead it, as far as they have one
     * @param rolled whether the court's programme made it
     * @param programme the version of the court's programme that its people and link are from; null
     *     if it follows none
     * @param blocked when the slots begin that nobody can have
     */
    record Scheduled(
            SurgeryId id,
            String court,
            Instant start,
            Instant end,
            Duration slot,
            List<String> leads,
            boolean rolled,
            @Nullable Long programme,
            List<Allocation> allocations,
            List<Reservation> reservations,
            List<Instant> blocked)
            implements Surgery {

        public Scheduled {
            leads = List.copyOf(leads);
            allocations = List.copyOf(allocations);
            reservations = List.copyOf(reservations);
            blocked = List.copyOf(blocked);
        }

        /** A session all of whose slots can be booked. */
        public Scheduled(SurgeryId id, String court, Instant start, Instant end, Duration slot) {
            this(
                    id, court, start, end, slot, List.of(), false, null, List.of(), List.of(),
                    List.of());
        }

        private Decision<SurgeryEvent> judge(SurgeryCommand command, Actor actor, Instant now) {
            return switch (command) {
                case Schedule c ->
                        c.programme() != null
                                ? Decision.accepted()
                                : Decision.refused(
                                        Refusal.of(SURGERY_EXISTS, "")
                                                .with("surgery", List.of(id.value())));
                case ChangeSession c -> change(c, actor, now);
                case Move c -> move(c, actor, now);
                case Block c -> block(c, actor, now);
                case Unblock c -> unblock(c, actor, now);
                case Allocate c -> allocate(c, actor, now);
                case Free c ->
                        holder(c.start()).filter(c.engagement()::equals).isPresent()
                                ? Decision.accepted(new SlotFreed(id, c.start(), c.engagement()))
                                : Decision.accepted();
                case Reserve c -> reserve(c, now);
                case EndReservation c ->
                        reservation(c.start())
                                        .filter(kept -> kept.engagement().equals(c.engagement()))
                                        .isPresent()
                                ? Decision.accepted(
                                        new ReservationEnded(id, c.start(), c.engagement()))
                                : Decision.accepted();
            };
        }

        private Decision<SurgeryEvent> change(ChangeSession c, Actor actor, Instant now) {
            boolean over = !end.isAfter(now);
            if (c.programme() != null
                    && (over || programme == null || programme >= c.programme())) {
                return Decision.accepted();
            }
            Checks checks =
                    new Checks(actor)
                            .refuseIf(over, SESSION_OVER, "", LondonTime.words(end))
                            .refuseIf(
                                    c.hosts() == null && c.joinLink() == null,
                                    NOTHING_TO_CHANGE,
                                    "");
            boolean leaderless = c.hosts() != null && !Host.includeALead(c.hosts()) && isHeld(now);
            if (c.hosts() != null) {
                Host.check(checks, c.hosts(), "/hosts");
                checks.refuseIf(leaderless && c.programme() == null, NOBODY_LEADS, "/hosts");
            }
            if (c.joinLink() != null && !c.joinLink().isEmpty()) {
                JoinLink.check(checks, c.joinLink(), "/joinLink");
            }
            return checks.then(
                    () ->
                            List.of(
                                    new SessionChanged(
                                            id,
                                            leaderless ? null : c.hosts(),
                                            c.joinLink(),
                                            c.programme())));
        }

        /** Whether somebody has a slot that is still to come. */
        private boolean isHeld(Instant now) {
            return allocations.stream().anyMatch(it -> it.start().isAfter(now));
        }

        private Decision<SurgeryEvent> move(Move c, Actor actor, Instant now) {
            Instant movedEnd = c.start().plus(Duration.between(start, end));
            return new Checks(actor)
                    .refuseIf(!start.isAfter(now), SESSION_HAS_BEGUN, "", LondonTime.words(start))
                    .refuseIf(!c.start().isAfter(now), SESSION_INTO_PAST, "/start")
                    .refuseIf(!isWholeMinute(c.start()), NOT_ON_THE_MINUTE, "/start")
                    .refuseIf(c.start().equals(start), SESSION_STAYS, "/start")
                    .refuseIf(!onOneDay(c.start(), movedEnd), GRID_UNEVEN, "/start")
                    .then(
                            () -> {
                                List<SurgeryEvent> events = new ArrayList<>();
                                events.addAll(
                                        freed(
                                                allocation ->
                                                        c.left()
                                                                .contains(
                                                                        allocation.engagement())));
                                events.addAll(noLongerKept(kept -> true));
                                events.add(
                                        new SessionMoved(id, c.start(), movedEnd, along(c.left())));
                                return events;
                            });
        }

        private List<EngagementId> along(Set<EngagementId> left) {
            return allocations.stream()
                    .sorted(Comparator.comparing(Allocation::start))
                    .map(Allocation::engagement)
                    .filter(engagement -> !left.contains(engagement))
                    .toList();
        }

        private Decision<SurgeryEvent> block(Block c, Actor actor, Instant now) {
            Checks checks = new Checks(actor);
            checks.required(c.reason(), "/reason");
            Personal<String> reason = c.reason();
            checks.refuseIf(
                    reason != null && reason.value().orElse("").length() > Note.LONGEST,
                    TEXT_TOO_LONG,
                    "/reason",
                    Note.LONGEST);
            List<Instant> asked = asked(c.starts(), it -> !blocked.contains(it), now, checks);
            List<Instant> already = asked.stream().filter(blocked::contains).toList();
            checks.refuseIf(!already.isEmpty(), BLOCKED_ALREADY, "/starts", words(already));
            checks.refuseIf(
                    asked.isEmpty() && checks.passed(), BLOCKED_ALREADY, "", "the whole session");
            return checks.then(
                    () -> {
                        List<SurgeryEvent> events = new ArrayList<>();
                        events.addAll(freed(allocation -> asked.contains(allocation.start())));
                        events.addAll(noLongerKept(kept -> asked.contains(kept.start())));
                        if (reason != null) {
                            events.add(new SlotsBlocked(id, asked, reason));
                        }
                        return events;
                    });
        }

        private Decision<SurgeryEvent> unblock(Unblock c, Actor actor, Instant now) {
            Checks checks = new Checks(actor);
            List<Instant> asked = asked(c.starts(), blocked::contains, now, checks);
            List<Instant> open = asked.stream().filter(it -> !blocked.contains(it)).toList();
            checks.refuseIf(!open.isEmpty(), NOT_BLOCKED, "/starts", words(open));
            checks.refuseIf(
                    asked.isEmpty() && checks.passed(), NOT_BLOCKED, "", "any slot to come");
            return checks.then(() -> List.of(new SlotsUnblocked(id, asked)));
        }

        /** The slots that are named, or those to come that are meant if none is named. */
        private List<Instant> asked(
                @Nullable List<Instant> named,
                Predicate<Instant> meant,
                Instant now,
                Checks checks) {
            if (!end.isAfter(now)) {
                checks.refuse(Refusal.of(SESSION_OVER, "", LondonTime.words(end)));
                return List.of();
            }
            if (named == null) {
                List<Instant> toCome =
                        slots().map(Slot::start).filter(it -> it.isAfter(now)).toList();
                checks.refuseIf(toCome.isEmpty(), SLOT_IN_PAST, "");
                return toCome.stream().filter(meant).toList();
            }
            checks.refuseIf(named.isEmpty(), REQUIRED, "/starts", "starts");
            for (int i = 0; i < named.size(); i++) {
                Instant one = named.get(i);
                String field = "/starts/" + i;
                checks.refuseIf(!isOnGrid(one), OFF_GRID, field);
                checks.refuseIf(isOnGrid(one) && !one.isAfter(now), SLOT_IN_PAST, field);
            }
            return named.stream().filter(this::isOnGrid).distinct().sorted().toList();
        }

        private List<SlotFreed> freed(Predicate<Allocation> whose) {
            return allocations.stream()
                    .filter(whose)
                    .map(it -> new SlotFreed(id, it.start(), it.engagement()))
                    .toList();
        }

        private List<ReservationEnded> noLongerKept(Predicate<Reservation> such) {
            return reservations.stream()
                    .filter(such)
                    .map(it -> new ReservationEnded(id, it.start(), it.engagement()))
                    .toList();
        }

        private Decision<SurgeryEvent> allocate(Allocate c, Actor actor, Instant now) {
            Optional<EngagementId> holder = holder(c.start());
            if (holder.filter(c.engagement()::equals).isPresent()) {
                return Decision.accepted();
            }
            Checks checks = new Checks(actor);
            if (!isOnGrid(c.start())) {
                checks.refuse(
                        Refusal.of(OFF_GRID, "/start")
                                .with("alternatives", asText(freeAfter(now))));
            } else {
                checks.refuseIf(!c.start().isAfter(now), SLOT_IN_PAST, "/start");
            }
            if (holder.isPresent()
                    || isKeptForAnother(c.start(), c.engagement(), now)
                    || blocked.contains(c.start())) {
                checks.refuse(notToBeHad(c.start(), now, end));
            }
            return checks.then(() -> List.of(new SlotAllocated(id, c.start(), c.engagement())));
        }

        private Decision<SurgeryEvent> reserve(Reserve c, Instant now) {
            return freeAfter(now).contains(c.start())
                    ? Decision.accepted(new SlotReserved(id, c.start(), c.engagement(), c.until()))
                    : Decision.refused(notToBeHad(c.start(), now, end));
        }

        private Optional<Reservation> reservation(Instant start) {
            return reservations.stream().filter(kept -> kept.start().equals(start)).findFirst();
        }

        /** An offer that has ended keeps nothing, whether or not that has been noticed. */
        private boolean isKept(Instant start, Instant now) {
            return reservation(start).filter(kept -> kept.until().isAfter(now)).isPresent();
        }

        private boolean isKeptForAnother(Instant start, EngagementId than, Instant now) {
            return isKept(start, now)
                    && reservation(start).filter(kept -> kept.engagement().equals(than)).isEmpty();
        }

        /**
         * That a slot is taken or blocked, with those that can be booked instead.
         *
         * @param until when the latest must have begun
         */
        public Refusal notToBeHad(Instant slotStart, Instant now, Instant until) {
            List<Instant> free =
                    freeAfter(now).stream().filter(other -> other.isBefore(until)).toList();
            return Refusal.of(
                            blocked.contains(slotStart) ? SLOT_BLOCKED : SLOT_TAKEN,
                            "/start",
                            free.isEmpty() ? "none in this surgery" : words(free))
                    .with("alternatives", asText(free));
        }

        private static String words(List<Instant> starts) {
            return String.join(", ", starts.stream().map(LondonTime::words).toList());
        }

        private static List<String> asText(List<Instant> starts) {
            return starts.stream().map(Instant::toString).toList();
        }

        /** The starts of the slots that can still be booked. */
        public List<Instant> freeAfter(Instant now) {
            return slots().map(Slot::start)
                    .filter(
                            it ->
                                    it.isAfter(now)
                                            && holder(it).isEmpty()
                                            && !isKept(it, now)
                                            && !blocked.contains(it))
                    .toList();
        }

        /** Which engagement has which slot, or is offered it. */
        public Map<Slot, EngagementId> holdings() {
            Map<Slot, EngagementId> holdings = new LinkedHashMap<>();
            reservations.forEach(it -> holdings.put(slot(it.start()), it.engagement()));
            allocations.forEach(it -> holdings.put(slot(it.start()), it.engagement()));
            return holdings;
        }

        private Slot slot(Instant from) {
            return new Slot(id, from, from.plus(slot));
        }

        /** Whether all of it is blocked, so that nobody meets anybody. */
        public boolean isBlocked() {
            return slots().allMatch(it -> blocked.contains(it.start()));
        }

        /** The grid, in order of time. */
        public Stream<Slot> slots() {
            return Stream.iterate(
                            start, from -> !from.plus(slot).isAfter(end), from -> from.plus(slot))
                    .map(this::slot);
        }

        private boolean isOnGrid(Instant slotStart) {
            return slots().anyMatch(it -> it.start().equals(slotStart));
        }

        /** Which engagement has the slot that starts then. */
        public Optional<EngagementId> holder(Instant start) {
            return allocations.stream()
                    .filter(allocation -> allocation.start().equals(start))
                    .map(Allocation::engagement)
                    .findFirst();
        }

        @Override
        public Surgery evolve(SurgeryEvent event) {
            return switch (event) {
                case SurgeryScheduled e -> this;
                case SessionChanged e ->
                        new Scheduled(
                                id,
                                court,
                                start,
                                end,
                                slot,
                                e.hosts() == null ? leads : Host.leads(e.hosts()),
                                rolled,
                                e.programme(),
                                allocations,
                                reservations,
                                blocked);
                case SessionMoved e -> moved(e);
                case SlotsBlocked e ->
                        with(
                                allocations,
                                reservations,
                                Stream.concat(blocked.stream(), e.starts().stream())
                                        .sorted()
                                        .toList());
                case SlotsUnblocked e ->
                        with(
                                allocations,
                                reservations,
                                blocked.stream().filter(it -> !e.starts().contains(it)).toList());
                case SlotAllocated e ->
                        with(
                                Stream.concat(
                                                allocations.stream(),
                                                Stream.of(
                                                        new Allocation(e.start(), e.engagement())))
                                        .toList(),
                                keptBut(e.start()),
                                blocked);
                case SlotFreed e ->
                        with(
                                allocations.stream()
                                        .filter(a -> !a.start().equals(e.start()))
                                        .toList(),
                                reservations,
                                blocked);
                case SlotReserved e -> {
                    List<Reservation> kept = new ArrayList<>(keptBut(e.start()));
                    kept.add(new Reservation(e.start(), e.engagement(), e.until()));
                    yield with(allocations, kept, blocked);
                }
                case ReservationEnded e -> with(allocations, keptBut(e.start()), blocked);
            };
        }

        private List<Reservation> keptBut(Instant start) {
            return reservations.stream().filter(kept -> !kept.start().equals(start)).toList();
        }

        private Surgery moved(SessionMoved e) {
            Duration by = Duration.between(start, e.start());
            return new Scheduled(
                    id,
                    court,
                    e.start(),
                    e.end(),
                    slot,
                    leads,
                    rolled,
                    programme,
                    allocations.stream()
                            .map(it -> new Allocation(it.start().plus(by), it.engagement()))
                            .toList(),
                    List.of(),
                    blocked.stream().map(it -> it.plus(by)).toList());
        }

        private Surgery with(
                List<Allocation> allocated, List<Reservation> kept, List<Instant> newlyBlocked) {
            return new Scheduled(
                    id,
                    court,
                    start,
                    end,
                    slot,
                    leads,
                    rolled,
                    programme,
                    allocated,
                    kept,
                    newlyBlocked);
        }
    }
}
