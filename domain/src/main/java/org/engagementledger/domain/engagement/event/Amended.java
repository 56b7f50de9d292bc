package org.engagementledger.domain.engagement.event;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.DefendantDetails;
import org.engagementledger.domain.engagement.detail.InformationGiven;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.Requester;
import org.jspecify.annotations.Nullable;

/**
 * The defence added to its request, answered a request for information, or changed how it can be
 * reached.
 */
public record Amended(
        EngagementId engagement,
        @Nullable Requester requester,
        List<Defendant> defendants,
        List<DefendantDetails> details,
        List<Issue> issues,
        List<InformationGiven> information,
        List<Note> notes)
        implements EngagementEvent {
    public Amended {
        defendants = List.copyOf(defendants);
        details = List.copyOf(details);
        issues = List.copyOf(issues);
        information = List.copyOf(information);
        notes = List.copyOf(notes);
    }
}
