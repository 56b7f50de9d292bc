package org.engagementledger.domain.correspondence;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A reminder of a meeting is ready for whoever is invited to it.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param uid the meeting, as its invitation names it
 * @param organiser the surgery's address
 * @param requester the name of whoever engages for the defence
 */
public record ReminderPrepared(
        CorrespondenceId correspondence,
        EngagementId engagement,
        int letter,
        String uid,
        String organiser,
        Appointment appointment,
        @Nullable Personal<String> requester,
        List<Recipient> recipients)
        implements CorrespondenceEvent {
    public ReminderPrepared {
        recipients = List.copyOf(recipients);
    }
}
