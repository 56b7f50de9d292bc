package org.engagementledger.domain.courtday;

import org.engagementledger.domain.surgery.SurgeryId;

/** What happened to a court's day. */
public sealed interface CourtDayEvent permits SessionPlaced, SessionTakenOff {

    CourtDayId day();

    SurgeryId surgery();
}
