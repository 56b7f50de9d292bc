package org.engagementledger.command.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.surgery.Surgeries;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.command.OfferSlot;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.waitinglist.WaitingList;
import org.engagementledger.domain.waitinglist.WaitingListId;
import org.engagementledger.ledger.provenance.Provenance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Offers what is free to those who wait. It looks whose turn it is, and asks for the offer; the
 * waiting list, the surgery and the engagement then decide in one unit of work, on what is there at
 * that moment. Where things have moved on meanwhile, it looks again.
 */
@Component
public class Offers {

    /** How often it looks again without having offered anything; the next occasion comes soon. */
    private static final int LOOKS = 5;

    private final Commands commands;
    private final WaitingLists lists;
    private final Surgeries surgeries;
    private final Terms terms;
    private final Clock clock;
    private final boolean open;

    /**
     * @param open whether anything is offered: {@code ledger.offers}, which is so unless it is said
     *     otherwise
     */
    Offers(
            Commands commands,
            WaitingLists lists,
            Surgeries surgeries,
            Terms terms,
            Clock clock,
            @Value("${ledger.offers:true}") boolean open) {
        this.commands = commands;
        this.lists = lists;
        this.surgeries = surgeries;
        this.terms = terms;
        this.clock = clock;
        this.open = open;
    }

    /**
     * Offers the free slots of the surgery, one after the other, as long as there are some and
     * somebody can use them. Asking twice offers nothing twice.
     *
     * @param provenance where each of the commands comes from
     * @return what was offered to whom
     */
    public List<OfferSlot> offerFreeSlots(
            SurgeryId surgery, Function<OfferSlot, Provenance> provenance) {
        List<OfferSlot> offered = new ArrayList<>();
        int inVain = 0;
        while (open && inVain < LOOKS) {
            Optional<OfferSlot> next = next(surgery);
            if (next.isEmpty()) {
                return offered;
            }
            if (commands.send(next.get(), provenance.apply(next.get()))
                    instanceof Answer.Accepted) {
                offered.add(next.get());
                inVain = 0;
            } else {
                inVain++;
            }
        }
        return offered;
    }

    private Optional<OfferSlot> next(SurgeryId id) {
        if (!(surgeries.look(id) instanceof Surgery.Scheduled surgery)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        List<Instant> free = surgery.freeAfter(now);
        if (free.isEmpty()) {
            return Optional.empty();
        }
        WaitingList list = lists.look(WaitingListId.of(surgery.court()));
        return surgery.slots()
                .filter(slot -> free.contains(slot.start()))
                .filter(slot -> terms.offerEnds(slot.start(), now).isPresent())
                .flatMap(slot -> next(slot, list).stream())
                .findFirst();
    }

    private Optional<OfferSlot> next(Slot slot, WaitingList list) {
        return list.whoseTurn(slot, terms)
                .map(first -> new OfferSlot(first, slot.surgery(), slot.start()));
    }
}
