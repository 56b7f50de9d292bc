package org.engagementledger.domain.courtday;

import org.engagementledger.domain.surgery.SurgeryId;

/** The court doesn't hold the session on the day any more. */
public record SessionTakenOff(CourtDayId day, SurgeryId surgery) implements CourtDayEvent {}
