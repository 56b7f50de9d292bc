package org.engagementledger.domain.programme;

import java.util.List;
import org.engagementledger.domain.surgery.SurgeryId;

/** What happened to a court's programme. */
public sealed interface ProgrammeEvent permits ProgrammeSet, ProgrammeEnded {

    ProgrammeId programme();

    /** The sessions to come that are scheduled already and aren't the programme's any more. */
    List<SurgeryId> remaining();
}
