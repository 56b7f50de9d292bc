package org.engagementledger.command.bulk;

import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.event.EngagementEvent;

/** Where {@link BulkCommands} writes, and looks up what it has written. */
public interface BulkLog {

    /**
     * Writes the events in their order, all of them or none.
     *
     * @throws RuntimeException if a sequence number is taken already, or the store fails
     */
    void append(List<NewEvent> events);

    /** An engagement's event that was written earlier. */
    Optional<EngagementEvent> read(EngagementId engagement, long sequence);
}
