package org.engagementledger.domain.engagement.event;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.engagement.detail.ActionPoint;
import org.engagementledger.domain.engagement.detail.Attendee;
import org.engagementledger.domain.engagement.detail.MeetingOutcome;
import org.engagementledger.domain.surgery.Slot;

/**
 * The parties met in the slot.
 *
 * @param heldAt when it began
 */
public record MeetingHeld(
        EngagementId engagement,
        Slot slot,
        Instant heldAt,
        List<Attendee> attendees,
        List<MeetingOutcome> outcomes,
        List<ActionPoint> actions,
        List<Note> notes)
        implements EngagementEvent {
    public MeetingHeld {
        attendees = List.copyOf(attendees);
        outcomes = List.copyOf(outcomes);
        actions = List.copyOf(actions);
        notes = List.copyOf(notes);
    }

    @Override
    public Instant occurredAt() {
        return heldAt;
    }
}
