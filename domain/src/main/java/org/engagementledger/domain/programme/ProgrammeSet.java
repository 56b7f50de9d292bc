package org.engagementledger.domain.programme;

import java.util.List;
import org.engagementledger.domain.surgery.Host;
import org.jspecify.annotations.Nullable;

/**
 * A court has this programme from now on.
 *
 * @param pattern when it holds its sessions
 * @param hosts who attends them for the authorities, as far as known
 * @param joinLink where they are joined, if known
 */
public record ProgrammeSet(
        ProgrammeId programme, Pattern pattern, List<Host> hosts, @Nullable String joinLink)
        implements ProgrammeEvent {

    public ProgrammeSet {
        hosts = List.copyOf(hosts);
    }
}
