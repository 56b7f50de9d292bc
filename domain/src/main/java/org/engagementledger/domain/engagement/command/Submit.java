package org.engagementledger.domain.engagement.command;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.detail.Contact;
import org.engagementledger.domain.engagement.detail.NewDefendant;
import org.engagementledger.domain.engagement.detail.NewIssue;
import org.jspecify.annotations.Nullable;

/**
 * A defence practitioner (or a coordinator, for a litigant in person) asks to engage on a case;
 * what is null wasn't said.
 */
public record Submit(
        EngagementId engagement,
        boolean inPerson,
        @Nullable Contact contact,
        @Nullable String urn,
        @Nullable String court,
        @Nullable Stage stage,
        @Nullable LocalDate hearingDate,
        boolean idpcReceived,
        List<NewDefendant> defendants,
        List<NewIssue> issues,
        List<Note> notes)
        implements EngagementCommand {
    public Submit {
        defendants = List.copyOf(defendants);
        issues = List.copyOf(issues);
        notes = List.copyOf(notes);
    }
}
