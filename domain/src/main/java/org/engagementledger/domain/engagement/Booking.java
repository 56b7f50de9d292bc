package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.engagement.command.BookSlot;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.engagement.detail.ReleaseReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.SlotBooked;
import org.engagementledger.domain.engagement.event.SlotReleased;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryCommand;

/**
 * Slots: booked, moved and given back. The surgery says whether a slot is free; here is what the
 * case adds.
 */
final class Booking {

    private Booking() {}

    static Decision<EngagementEvent> book(CaseFile file, BookSlot c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        checks.refuseIf(file.issues().discussable().isEmpty(), NOTHING_PUT_FORWARD, "");
        Optional<Slot> held = file.booking();
        checks.refuseIf(
                held.filter(
                                slot ->
                                        slot.surgery().equals(c.surgery())
                                                && slot.start().equals(c.start()))
                        .isPresent(),
                SLOT_ALREADY_YOURS,
                "/start");
        checks.refuseIf(held.filter(slot -> hasBegun(slot, at)).isPresent(), SLOT_HAS_BEGUN, "");
        checks.refuseIf(!c.start().isAfter(at.now()), SLOT_IN_PAST, "/start");
        Instant deadline = deadline(file, at);
        checks.refuseIf(
                !c.start().isBefore(deadline), SLOT_TOO_LATE, "/start", LondonTime.words(deadline));
        if (!(at.surgery() instanceof Surgery.Scheduled surgery)) {
            return checks.refuseIf(true, SURGERY_UNKNOWN, "/surgery").then(List::of);
        }
        checks.refuseIf(
                !surgery.court().equals(file.court()),
                OTHER_COURT,
                "/surgery",
                surgery.court(),
                file.court());
        surgery.decide(
                        new SurgeryCommand.Allocate(surgery.id(), c.start(), file.id()),
                        at.actor(),
                        at.now(),
                        at.terms())
                .refusals()
                .forEach(
                        refusal ->
                                checks.refuse(
                                        refusal.rule() == SLOT_TAKEN
                                                        || refusal.rule() == SLOT_BLOCKED
                                                ? surgery.notToBeHad(c.start(), at.now(), deadline)
                                                : refusal));
        return checks.then(
                () -> {
                    List<EngagementEvent> events = new ArrayList<>();
                    held.ifPresent(
                            slot ->
                                    events.add(
                                            new SlotReleased(
                                                    file.id(), slot, ReleaseReason.MOVED, null)));
                    Slot slot = new Slot(surgery.id(), c.start(), c.start().plus(surgery.slot()));
                    events.add(new SlotBooked(file.id(), slot));
                    return events;
                });
    }

    static Decision<EngagementEvent> cancel(CaseFile file, CancelBooking c, Circumstances at) {
        Optional<Slot> held = file.booking();
        return new Checks(at.actor())
                .refuseIf(held.isEmpty(), NOTHING_BOOKED, "")
                .refuseIf(held.filter(slot -> hasBegun(slot, at)).isPresent(), SLOT_HAS_BEGUN, "")
                .note(c.note(), "/note")
                .then(
                        () ->
                                List.of(
                                        new SlotReleased(
                                                file.id(),
                                                held.orElseThrow(),
                                                ReleaseReason.CANCELLED,
                                                c.note())));
    }

    /** Gives back the slot that the engagement has, if it is still to come. */
    static List<EngagementEvent> released(CaseFile file, ReleaseReason why, Circumstances at) {
        return file
                .booking()
                .filter(slot -> !hasBegun(slot, at))
                .<EngagementEvent>map(slot -> new SlotReleased(file.id(), slot, why, null))
                .stream()
                .toList();
    }

    /**
     * The slot was blocked: who had it, loses it, and to whom it was offered, it isn't any more.
     */
    static List<EngagementEvent> blocked(CaseFile file, Slot slot, Circumstances at) {
        return file.booking().filter(slot::equals).isPresent()
                ? lost(file, slot, ReleaseReason.SESSION_BLOCKED, at)
                : Queueing.gone(file, slot);
    }

    /** The session was moved: who had the slot moves with it, unless that is too late. */
    static List<EngagementEvent> moved(CaseFile file, Slot from, Slot to, Circumstances at) {
        if (file.booking().filter(from::equals).isEmpty()) {
            return Queueing.gone(file, from);
        }
        return to.start().isBefore(deadline(file, at))
                ? List.of(
                        new SlotReleased(file.id(), from, ReleaseReason.SESSION_MOVED, null),
                        new SlotBooked(file.id(), to))
                : lost(file, from, ReleaseReason.SESSION_MOVED, at);
    }

    /**
     * What follows for a case whose slot is taken from it, without another instead: it waits for
     * another, before all others.
     */
    private static List<EngagementEvent> lost(
            CaseFile file, Slot slot, ReleaseReason why, Circumstances at) {
        EngagementEvent released = new SlotReleased(file.id(), slot, why, null);
        List<EngagementEvent> events = new ArrayList<>();
        events.add(released);
        events.addAll(Queueing.joinedInstead(CaseFileEditing.after(file, released), slot, at));
        return events;
    }

    static boolean hasBegun(Slot slot, Circumstances at) {
        return !slot.start().isAfter(at.now());
    }

    /** A slot must begin before this, so that what it comes to can be prepared for the hearing. */
    static Instant deadline(CaseFile file, Circumstances at) {
        return at.terms().deadline(file.hearingDate());
    }
}
