package org.engagementledger.domain.waitinglist;

import org.engagementledger.domain.casework.EngagementId;

/** A case waits no longer. */
public record PlaceLeft(WaitingListId list, EngagementId engagement) implements WaitingListEvent {}
