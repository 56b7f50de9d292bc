package org.engagementledger.domain.programme;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.surgery.SurgeryId;

/**
 * A court's programme ends earlier than it was to end.
 *
 * @param last the last day on which there can be a session
 * @param remaining the sessions to come after it that are scheduled already; they stay until
 *     somebody moves or blocks them
 */
public record ProgrammeEnded(ProgrammeId programme, LocalDate last, List<SurgeryId> remaining)
        implements ProgrammeEvent {

    public ProgrammeEnded {
        remaining = List.copyOf(remaining);
    }
}
