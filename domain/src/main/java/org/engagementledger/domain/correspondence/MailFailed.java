package org.engagementledger.domain.correspondence;

import java.time.Instant;
import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * A letter couldn't be sent to one recipient, and will be tried again.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param recipient the recipient's id in this correspondence
 * @param attempt which attempt it was, from 1
 * @param nextAttempt when it will be tried again
 */
public record MailFailed(
        CorrespondenceId correspondence,
        @Nullable EngagementId engagement,
        int letter,
        String recipient,
        MailFailure why,
        int attempt,
        Instant nextAttempt)
        implements CorrespondenceEvent {}
