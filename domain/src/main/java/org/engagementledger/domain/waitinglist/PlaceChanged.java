package org.engagementledger.domain.waitinglist;

/** Facts by which it is decided whose turn it is have changed for a case that waits. */
public record PlaceChanged(WaitingListId list, WaitingCase waiting) implements WaitingListEvent {}
