package org.engagementledger.domain.waitinglist;

/** A case waits for a slot. */
public record PlaceTaken(WaitingListId list, WaitingCase waiting) implements WaitingListEvent {}
