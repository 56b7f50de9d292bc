package org.engagementledger.domain.correspondence;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to a meeting, a change of it or its cancellation is ready for its recipients; all
 * that it says is here, so that it reads the same for ever.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param cause the event that it follows from
 * @param uid the meeting, for calendars: the same from its booking through all moves to its
 *     cancellation
 * @param sequence which version of the meeting this is, for calendars: from 0
 * @param organiser the surgery's address
 * @param calledOff why the meeting won't be; null if it will, without those to whom it is cancelled
 * @param requester the name of whoever engages for the defence; null if the recipients aren't to
 *     know
 */
public record InvitationPrepared(
        CorrespondenceId correspondence,
        EngagementId engagement,
        int letter,
        Cause cause,
        Method method,
        String uid,
        int sequence,
        String organiser,
        Appointment appointment,
        @Nullable CalledOff calledOff,
        @Nullable Personal<String> requester,
        List<Recipient> recipients)
        implements CorrespondenceEvent {
    public InvitationPrepared {
        recipients = List.copyOf(recipients);
    }
}
