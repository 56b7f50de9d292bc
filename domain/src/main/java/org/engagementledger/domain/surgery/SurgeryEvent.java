package org.engagementledger.domain.surgery;

/** What happened to a surgery. */
public sealed interface SurgeryEvent
        permits SurgeryScheduled,
                SessionChanged,
                SessionMoved,
                SlotsBlocked,
                SlotsUnblocked,
                SlotAllocated,
                SlotFreed,
                SlotReserved,
                ReservationEnded {

    SurgeryId surgery();
}
