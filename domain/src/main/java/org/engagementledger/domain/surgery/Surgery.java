package org.engagementledger.domain.surgery;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.SurgeryCommand.Allocate;
import org.engagementledger.domain.surgery.SurgeryCommand.Free;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;

/**
 * A court's session and its slots. It alone says which engagement has which slot, so no two can
 * have the same.
 *
 * <p>The first argument of {@link #decide} is what is asked, then who asks, when and on which
 * terms.
 */
public sealed interface Surgery {

    /** Before it is scheduled. */
    static Surgery unscheduled() {
        return new Unscheduled();
    }

    /** What the command comes to. */
    Decision<SurgeryEvent> decide(SurgeryCommand command, Actor actor, Instant now, Terms terms);

    /** What the surgery is after the event. */
    Surgery evolve(SurgeryEvent event);

    /** Refuses whoever may not schedule, and tells them nothing else: not whether there is one. */
    private static Optional<Decision<SurgeryEvent>> refusedUnlessTheyMaySchedule(Actor actor) {
        return actor.role() == Role.COORDINATOR || actor.role() == Role.SYSTEM
                ? Optional.empty()
                : Optional.of(
                        Decision.refused(
                                Refusal.of(NOT_PERMITTED, "", Checks.words(actor.role()))));
    }

    /** Nothing has been scheduled under this id. */
    record Unscheduled() implements Surgery {

        @Override
        public Decision<SurgeryEvent> decide(
                SurgeryCommand command, Actor actor, Instant now, Terms terms) {
            return switch (command) {
                case Schedule c ->
                        refusedUnlessTheyMaySchedule(actor)
                                .orElseGet(() -> schedule(c, actor, now, terms));
                case Allocate c -> Decision.refused(Refusal.of(SURGERY_UNKNOWN, "/surgery"));
                case Free c -> Decision.refused(Refusal.of(SURGERY_UNKNOWN, "/surgery"));
            };
        }

        private static Decision<SurgeryEvent> schedule(
                Schedule c, Actor actor, Instant now, Terms terms) {
            long minutes = c.slot().toMinutes();
            Duration length = Duration.between(c.start(), c.end());
            return new Checks(actor)
                    .refuseIf(
                            terms.court(c.court()).isEmpty(),
                            COURT_OUT_OF_SCOPE,
                            "/court",
                            terms.courtsInScope())
                    .refuseIf(!c.start().isAfter(now), SLOT_IN_PAST, "/start")
                    .refuseIf(
                            minutes < 1
                                    || !LondonTime.dateOf(c.start())
                                            .equals(LondonTime.dateOf(c.end()))
                                    || length.compareTo(c.slot()) < 0
                                    || !c.slot().equals(Duration.ofMinutes(minutes))
                                    || !length.equals(
                                            c.slot().multipliedBy(length.dividedBy(c.slot()))),
                            GRID_UNEVEN,
                            "/end")
                    .then(
                            () ->
                                    List.of(
                                            new SurgeryScheduled(
                                                    c.surgery(),
                                                    c.court(),
                                                    c.start(),
                                                    c.end(),
                                                    (int) minutes,
                                                    c.lead())));
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
                            List.of())
                    : this;
        }
    }

    /** A slot that is taken, and by whom. */
    record Allocation(Instant start, EngagementId engagement) {}

    /** Engagements can be given slots. */
    record Scheduled(
            SurgeryId id,
            String court,
            Instant start,
            Instant end,
            Duration slot,
            List<Allocation> allocations)
            implements Surgery {

        public Scheduled {
            allocations = List.copyOf(allocations);
        }

        @Override
        public Decision<SurgeryEvent> decide(
                SurgeryCommand command, Actor actor, Instant now, Terms terms) {
            return switch (command) {
                case Schedule c ->
                        refusedUnlessTheyMaySchedule(actor)
                                .orElseGet(
                                        () ->
                                                Decision.refused(
                                                        Refusal.of(SURGERY_EXISTS, "")
                                                                .with(
                                                                        "surgery",
                                                                        List.of(id.value()))));
                case Allocate c -> allocate(c, actor, now);
                case Free c ->
                        holder(c.start()).filter(c.engagement()::equals).isPresent()
                                ? Decision.accepted(new SlotFreed(id, c.start(), c.engagement()))
                                : Decision.accepted();
            };
        }

        private Decision<SurgeryEvent> allocate(Allocate c, Actor actor, Instant now) {
            Optional<EngagementId> holder = holder(c.start());
            if (holder.filter(c.engagement()::equals).isPresent()) {
                return Decision.accepted();
            }
            Checks checks = new Checks(actor);
            if (slots().noneMatch(slot -> slot.start().equals(c.start()))) {
                checks.refuse(
                        Refusal.of(OFF_GRID, "/start")
                                .with("alternatives", asText(freeAfter(now))));
            } else {
                checks.refuseIf(!c.start().isAfter(now), SLOT_IN_PAST, "/start");
            }
            if (holder.isPresent()) {
                checks.refuse(taken(now, end));
            }
            return checks.then(() -> List.of(new SlotAllocated(id, c.start(), c.engagement())));
        }

        /**
         * That a slot is taken, with those that can be booked instead.
         *
         * @param until when the latest must have begun
         */
        public Refusal taken(Instant now, Instant until) {
            List<Instant> free =
                    freeAfter(now).stream().filter(start -> start.isBefore(until)).toList();
            String words =
                    free.isEmpty()
                            ? "none in this surgery"
                            : String.join(", ", free.stream().map(LondonTime::words).toList());
            return Refusal.of(SLOT_TAKEN, "/start", words).with("alternatives", asText(free));
        }

        private static List<String> asText(List<Instant> starts) {
            return starts.stream().map(Instant::toString).toList();
        }

        /** The starts of the slots that can still be booked. */
        public List<Instant> freeAfter(Instant now) {
            return slots().map(Slot::start)
                    .filter(start -> start.isAfter(now) && holder(start).isEmpty())
                    .toList();
        }

        /** The grid, in order of time. */
        public Stream<Slot> slots() {
            return Stream.iterate(
                            start, from -> !from.plus(slot).isAfter(end), from -> from.plus(slot))
                    .map(from -> new Slot(id, from, from.plus(slot)));
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
                case SlotAllocated e ->
                        with(
                                Stream.concat(
                                        allocations.stream(),
                                        Stream.of(new Allocation(e.start(), e.engagement()))));
                case SlotFreed e ->
                        with(allocations.stream().filter(a -> !a.start().equals(e.start())));
            };
        }

        private Surgery with(Stream<Allocation> changed) {
            return new Scheduled(id, court, start, end, slot, changed.toList());
        }
    }
}
