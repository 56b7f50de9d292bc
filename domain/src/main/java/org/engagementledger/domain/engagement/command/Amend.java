package org.engagementledger.domain.engagement.command;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.InformationGiven;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewDefendantDetails;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.jspecify.annotations.Nullable;

/**
 * The defence adds to its request, answers a request for information, or changes how it can be
 * reached.
 */
public record Amend(
        EngagementId engagement,
        @Nullable Contact contact,
        List<NewDefendant> defendants,
        List<NewDefendantDetails> details,
        List<NewIssue> issues,
        List<InformationGiven> information,
        List<Note> notes)
        implements EngagementCommand {
    public Amend {
        defendants = List.copyOf(defendants);
        details = List.copyOf(details);
        issues = List.copyOf(issues);
        information = List.copyOf(information);
        notes = List.copyOf(notes);
    }
}
