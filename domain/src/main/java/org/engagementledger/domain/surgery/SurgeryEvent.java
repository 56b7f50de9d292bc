package org.engagementledger.domain.surgery;

/** What happened to a surgery. */
public sealed interface SurgeryEvent permits SurgeryScheduled, SlotAllocated, SlotFreed {

    SurgeryId surgery();
}
