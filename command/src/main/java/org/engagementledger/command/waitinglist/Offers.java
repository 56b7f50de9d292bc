package org.engagementledger.command.waitinglist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.surgery.Surgeries;
import org.engagementledger.domain.casework.EngagementId;
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

    /** How often it looks at most, since what it saw may have changed; the next occasion comes. */
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
     * @param provenance where the commands come from; it holds no key by which one of them would be
     *     recognised: a case that has had the slot offered before, and has left and come back, may
     *     have it offered again
     * @return what was offered to whom
     */
    public List<OfferSlot> offerFreeSlots(SurgeryId surgery, Provenance provenance) {
        List<OfferSlot> offered = new ArrayList<>();
        boolean asSeen = !open;
        for (int look = 0; look < LOOKS && !asSeen; look++) {
            asSeen = offerWhatIsFree(surgery, provenance, offered);
        }
        return offered;
    }

    /**
     * Looks once, and offers slot after slot on what is to be seen there.
     *
     * @return whether all was as it was seen
     */
    private boolean offerWhatIsFree(SurgeryId id, Provenance provenance, List<OfferSlot> offered) {
        if (!(surgeries.look(id) instanceof Surgery.Scheduled surgery)) {
            return true;
        }
        Instant now = clock.instant();
        List<Instant> free = surgery.freeAfter(now);
        if (free.isEmpty()) {
            return true;
        }
        WaitingListId court = WaitingListId.of(surgery.court());
        WaitingList list = lists.look(court);
        for (Slot slot : surgery.slots().filter(it -> free.contains(it.start())).toList()) {
            Optional<Instant> until = terms.offerEnds(slot.start(), now);
            Optional<EngagementId> first =
                    until.isEmpty() ? Optional.empty() : list.whoseTurn(slot, terms);
            if (until.isPresent() && first.isPresent()) {
                OfferSlot offer = new OfferSlot(first.get(), id, slot.start());
                if (!(commands.send(offer, provenance) instanceof Answer.Accepted)) {
                    return false;
                }
                offered.add(offer);
                list = list.after(list.offer(court, slot, first.get(), until.get(), now, terms));
            }
        }
        return true;
    }
}
