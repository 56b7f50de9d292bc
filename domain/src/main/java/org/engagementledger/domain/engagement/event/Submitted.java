package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.casework.Urn;
import org.engagementledger.domain.engagement.detail.Defendant;
import org.engagementledger.domain.engagement.detail.Issue;
import org.engagementledger.domain.engagement.detail.Requester;

/**
 * The defence asked to engage on a case.
 *
 * @param receivedAt when the request was received
 * @param court the court's OU code
 * @param hearingDate the hearing's day
 * @param shortNotice whether the trial was nearer than the notice that is asked for
 */
public record Submitted(
        EngagementId engagement,
        Instant receivedAt,
        Requester requester,
        Urn urn,
        String court,
        Stage stage,
        LocalDate hearingDate,
        boolean shortNotice,
        List<Defendant> defendants,
        List<Issue> issues,
        List<Note> notes)
        implements EngagementEvent {
    public Submitted {
        defendants = List.copyOf(defendants);
        issues = List.copyOf(issues);
        notes = List.copyOf(notes);
    }

    @Override
    public List<Notice> notices() {
        return shortNotice ? List.of(Notice.SHORT_NOTICE) : List.of();
    }
}
