package org.engagementledger.domain.surgery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session has other people, or is joined elsewhere. Only what is new is here.
 *
 * @param hosts who attends it for the authorities from now on, all of them; null if they are the
 *     same as before
 * @param joinLink where it is joined from now on, empty if that isn't known any more; null if it is
 *     the same as before
 * @param programme the version of the court's programme that it follows in this; null if somebody
 *     changed it on its own, and it follows the programme no longer
 */
public record SessionChanged(
        SurgeryId surgery,
        @Nullable List<Host> hosts,
        @Nullable String joinLink,
        @Nullable Long programme)
        implements SurgeryEvent {

    public SessionChanged {
        hosts = hosts == null ? null : List.copyOf(hosts);
    }
}
