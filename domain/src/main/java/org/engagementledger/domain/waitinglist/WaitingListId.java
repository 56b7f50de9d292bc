package org.engagementledger.domain.waitinglist;

/** The waiting list of one court, named by the court's OU code: {@code waiting-B01CN00}. */
public record WaitingListId(String value) {

    public static WaitingListId of(String court) {
        return new WaitingListId("waiting-" + court);
    }

    @Override
    public String toString() {
        return value;
    }
}
