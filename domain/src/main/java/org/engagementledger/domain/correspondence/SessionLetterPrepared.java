package org.engagementledger.domain.correspondence;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * A letter about a session is ready for some of those who attend it for the authorities; all that
 * it says is here, so that it reads the same for ever.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param cause the event that it follows from
 * @param session how it stands after that
 * @param organiser the surgery's address
 */
public record SessionLetterPrepared(
        CorrespondenceId correspondence,
        int letter,
        Cause cause,
        SessionNews news,
        SessionTold session,
        String organiser,
        List<Recipient> recipients)
        implements CorrespondenceEvent {
    public SessionLetterPrepared {
        recipients = List.copyOf(recipients);
    }

    @Override
    public @Nullable EngagementId engagement() {
        return null;
    }
}
