package org.engagementledger.domain.engagement.command;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.ActionPoint;
import org.engagementledger.domain.engagement.detail.Attendee;
import org.engagementledger.domain.engagement.detail.MeetingOutcome;
import org.jspecify.annotations.Nullable;

/** The lead records a meeting that took place. */
public record HoldMeeting(
        EngagementId engagement,
        @Nullable Instant occurredAt,
        List<Attendee> attendees,
        List<MeetingOutcome> outcomes,
        List<ActionPoint> actions,
        List<Note> notes)
        implements EngagementCommand {
    public HoldMeeting {
        attendees = List.copyOf(attendees);
        outcomes = List.copyOf(outcomes);
        actions = List.copyOf(actions);
        notes = List.copyOf(notes);
    }
}
