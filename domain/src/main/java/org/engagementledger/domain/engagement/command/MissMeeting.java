package org.engagementledger.domain.engagement.command;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.jspecify.annotations.Nullable;

/** Records that a meeting didn't take place, and who missed it. */
public record MissMeeting(EngagementId engagement, List<Party> missedBy, @Nullable Note note)
        implements EngagementCommand {
    public MissMeeting {
        missedBy = List.copyOf(missedBy);
    }
}
