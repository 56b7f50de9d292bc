package org.engagementledger.domain.programme;

import java.util.List;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * A court has this programme from now on.
 *
 * @param pattern when it holds its sessions
 * @param hosts who attends them for the authorities, as far as known
 * @param joinLink where they are joined, if known
 * @param remaining the sessions to come that an earlier pattern has scheduled and this one doesn't
 *     have; they stay until somebody moves or blocks them
 */
public record ProgrammeSet(
        ProgrammeId programme,
        Pattern pattern,
        List<Host> hosts,
        @Nullable String joinLink,
        List<SurgeryId> remaining)
        implements ProgrammeEvent {

    public ProgrammeSet {
        hosts = List.copyOf(hosts);
        remaining = List.copyOf(remaining);
    }
}
