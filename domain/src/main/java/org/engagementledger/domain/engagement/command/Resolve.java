package org.engagementledger.domain.engagement.command;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.IssueId;
import org.jspecify.annotations.Nullable;

/**
 * The prosecution records that every issue still unsettled has been settled between the parties.
 */
public record Resolve(EngagementId engagement, List<Settled> settled) implements EngagementCommand {
    public Resolve {
        settled = List.copyOf(settled);
    }

    /** How one issue was settled, in words. */
    public record Settled(IssueId issue, @Nullable Note note) {}
}
