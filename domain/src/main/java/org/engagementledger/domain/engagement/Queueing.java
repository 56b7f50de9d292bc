package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.casework.Rule.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.engagement.CaseFile.Days;
import org.engagementledger.domain.engagement.CaseFile.Offer;
import org.engagementledger.domain.engagement.CaseFile.Waiting;
import org.engagementledger.domain.engagement.command.*;
import org.engagementledger.domain.engagement.detail.LeaveReason;
import org.engagementledger.domain.engagement.detail.OfferWithdrawalReason;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.SlotOfferDeclined;
import org.engagementledger.domain.engagement.event.SlotOfferExpired;
import org.engagementledger.domain.engagement.event.SlotOfferWithdrawn;
import org.engagementledger.domain.engagement.event.SlotOffered;
import org.engagementledger.domain.engagement.event.WaitingListJoined;
import org.engagementledger.domain.engagement.event.WaitingListLeft;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * Waiting for a slot, and what is offered meanwhile. Whose turn it is, the court's waiting list
 * says; here is what the case adds.
 */
final class Queueing {

    private Queueing() {}

    static Decision<EngagementEvent> decide(
            CaseFile file, WaitingCommand command, Circumstances at) {
        return switch (command) {
            case JoinWaitingList c -> join(file, c, at);
            case LeaveWaitingList c -> leave(file, at);
            case EndWaiting c -> end(file, at);
            case OfferSlot c -> offer(file, c, at);
            case AcceptOffer c -> accept(file, at);
            case DeclineOffer c -> decline(file, c, at);
            case ExpireOffer c -> expire(file, c, at);
        };
    }

    private static Decision<EngagementEvent> join(
            CaseFile file, JoinWaitingList c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        checks.refuseIf(file.issues().discussable().isEmpty(), NOTHING_PUT_FORWARD, "");
        checks.refuseIf(file.booking().isPresent(), HAS_A_SLOT, "");
        checks.refuseIf(file.waiting() != null, WAITING_ALREADY, "");
        Instant deadline = Booking.deadline(file, at);
        checks.refuseIf(
                !at.now().isBefore(deadline), HEARING_TOO_NEAR, "", LondonTime.words(deadline));
        if (c.suitableFrom() != null) {
            checks.refuseIf(
                    at.now().isBefore(deadline)
                            && !LondonTime.startOf(c.suitableFrom()).isBefore(deadline),
                    HEARING_TOO_NEAR,
                    "/suitableFrom",
                    LondonTime.words(deadline));
        }
        if (c.suitableUntil() != null) {
            checks.refuseIf(
                    c.suitableUntil().isBefore(at.today()), DAYS_HAVE_PASSED, "/suitableUntil");
            checks.refuseIf(
                    c.suitableFrom() != null && c.suitableUntil().isBefore(c.suitableFrom()),
                    DATES_IN_WRONG_ORDER,
                    "/suitableUntil");
        }
        return checks.then(
                () ->
                        List.of(
                                new WaitingListJoined(
                                        file.id(),
                                        at.now(),
                                        c.suitableFrom(),
                                        c.suitableUntil(),
                                        false)));
    }

    /**
     * The case whose slot was taken from it waits for another, before all others; if something is
     * still to be discussed and a slot could be in time. What it said about days before it had the
     * slot still holds, unless the slot was on another day.
     *
     * @param file without the slot
     * @param slot the slot
     */
    static List<EngagementEvent> joinedInstead(CaseFile file, Slot slot, Circumstances at) {
        if (file.waiting() != null
                || file.issues().discussable().isEmpty()
                || !at.now().isBefore(Booking.deadline(file, at))) {
            return List.of();
        }
        Days suitable =
                Optional.ofNullable(file.suitable())
                        .filter(days -> days.have(LondonTime.dateOf(slot.start())))
                        .orElse(Days.ANY);
        return List.of(
                new WaitingListJoined(
                        file.id(), at.now(), suitable.from(), suitable.until(), true));
    }

    private static Decision<EngagementEvent> leave(CaseFile file, Circumstances at) {
        return new Checks(at.actor())
                .refuseIf(file.waiting() == null, NOT_WAITING, "")
                .then(() -> left(file, LeaveReason.ASKED));
    }

    private static Decision<EngagementEvent> end(CaseFile file, Circumstances at) {
        return file.waiting() != null && !at.now().isBefore(Booking.deadline(file, at))
                ? new Decision.Accepted<>(left(file, LeaveReason.HEARING_TOO_NEAR))
                : Decision.accepted();
    }

    /** Whoever leaves the list gives back what is on offer. */
    private static List<EngagementEvent> left(CaseFile file, LeaveReason why) {
        EngagementEvent left = new WaitingListLeft(file.id(), why);
        Offer offer = offer(file);
        return offer == null
                ? List.of(left)
                : List.of(
                        new SlotOfferWithdrawn(
                                file.id(), offer.slot(), OfferWithdrawalReason.WAITS_NO_LONGER),
                        left);
    }

    private static Decision<EngagementEvent> offer(CaseFile file, OfferSlot c, Circumstances at) {
        Checks checks = new Checks(at.actor());
        Waiting waiting = file.waiting();
        checks.refuseIf(waiting == null, NOT_WAITING, "");
        checks.refuseIf(waiting != null && waiting.offer() != null, OFFER_OPEN, "");
        Instant deadline = Booking.deadline(file, at);
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
        Optional<Slot> slot =
                surgery.slots().filter(it -> it.start().equals(c.start())).findFirst();
        checks.refuseIf(slot.isEmpty(), OFF_GRID, "/start");
        Optional<Instant> until = at.terms().offerEnds(c.start(), at.now());
        checks.refuseIf(until.isEmpty(), TOO_LATE_TO_OFFER, "/start");
        return checks.then(
                () -> List.of(new SlotOffered(file.id(), slot.orElseThrow(), until.orElseThrow())));
    }

    private static Decision<EngagementEvent> accept(CaseFile file, Circumstances at) {
        Offer offer = offer(file);
        Checks checks = check(offer, at);
        return checks.passed() && offer != null
                ? Booking.book(
                        file,
                        new BookSlot(file.id(), offer.slot().surgery(), offer.slot().start()),
                        at)
                : checks.then(List::of);
    }

    private static Decision<EngagementEvent> decline(
            CaseFile file, DeclineOffer c, Circumstances at) {
        Offer offer = offer(file);
        return check(offer, at)
                .note(c.note(), "/note")
                .then(
                        () ->
                                List.of(
                                        new SlotOfferDeclined(
                                                file.id(), People.known(offer).slot(), c.note())));
    }

    private static Checks check(@Nullable Offer offer, Circumstances at) {
        Checks checks = new Checks(at.actor());
        checks.refuseIf(offer == null, NOTHING_ON_OFFER, "");
        return offer == null
                ? checks
                : checks.refuseIf(
                        !at.now().isBefore(offer.until()),
                        OFFER_ENDED,
                        "",
                        LondonTime.words(offer.until()));
    }

    private static Decision<EngagementEvent> expire(
            CaseFile file, ExpireOffer c, Circumstances at) {
        Offer offer = offer(file);
        return offer != null
                        && isOf(offer, c.surgery(), c.start())
                        && !at.now().isBefore(offer.until())
                ? Decision.accepted(new SlotOfferExpired(file.id(), offer.slot()))
                : Decision.accepted();
    }

    /** The slot can't be had any more: an offer of it is withdrawn. */
    static List<EngagementEvent> gone(CaseFile file, Slot slot) {
        Offer offer = offer(file);
        return offer != null && offer.slot().equals(slot)
                ? List.of(new SlotOfferWithdrawn(file.id(), slot, OfferWithdrawalReason.SLOT_GONE))
                : List.of();
    }

    private static @Nullable Offer offer(CaseFile file) {
        return file.waiting() == null ? null : file.waiting().offer();
    }

    private static boolean isOf(Offer offer, SurgeryId surgery, Instant start) {
        return offer.slot().surgery().equals(surgery) && offer.slot().start().equals(start);
    }

    /**
     * What whatever was decided means for waiting.
     *
     * @param after the file as it is then
     */
    static List<EngagementEvent> following(CaseFile before, CaseFile after, Circumstances at) {
        if (after.waiting() == null) {
            return List.of();
        }
        if (after.isClosed()) {
            return left(after, LeaveReason.CLOSED);
        }
        if (after.issues().discussable().isEmpty()) {
            return left(after, LeaveReason.NOTHING_TO_DISCUSS);
        }
        if (after.booking().isPresent()) {
            return left(after, LeaveReason.HAS_A_SLOT);
        }
        Offer offer = offer(after);
        return offer != null
                        && !after.hearingDate().equals(before.hearingDate())
                        && !offer.slot().start().isBefore(Booking.deadline(after, at))
                ? List.of(
                        new SlotOfferWithdrawn(
                                after.id(), offer.slot(), OfferWithdrawalReason.TOO_LATE))
                : List.of();
    }
}
