package org.engagementledger.domain.correspondence;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A letter about a slot on offer is ready for the defence; all that it says is here, so that it
 * reads the same for ever.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param cause the event that it follows from
 * @param organiser the surgery's address
 * @param appointment the meeting that could be, without a link
 * @param until when the offer ends; null if it has ended
 * @param requester the name of whoever engages for the defence; null if it isn't known
 */
public record OfferLetterPrepared(
        CorrespondenceId correspondence,
        EngagementId engagement,
        int letter,
        Cause cause,
        OfferNews news,
        String organiser,
        Appointment appointment,
        @Nullable Instant until,
        @Nullable Personal<String> requester,
        List<Recipient> recipients)
        implements CorrespondenceEvent {
    public OfferLetterPrepared {
        recipients = List.copyOf(recipients);
    }
}
