package org.engagementledger.domain.waitinglist;

/** What happened on a court's waiting list. */
public sealed interface WaitingListEvent
        permits PlaceTaken, PlaceChanged, PlaceLeft, OfferDecided, OfferWithdrawn, LastSurgeryNear {

    WaitingListId list();
}
