package org.engagementledger.domain.waitinglist;

import org.engagementledger.domain.surgery.Slot;

/**
 * The slot that was on offer to a case can't be had any more, or would be too late for it. The case
 * had no say in that, so the slot may be offered to it again if it can be had after all.
 *
 * @param slot which was on offer
 * @param waiting the case as it waits now
 */
public record OfferWithdrawn(WaitingListId list, Slot slot, WaitingCase waiting)
        implements WaitingListEvent {}
