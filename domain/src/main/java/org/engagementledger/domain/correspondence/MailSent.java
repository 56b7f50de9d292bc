package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * A mail server took a letter for one recipient.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param recipient the recipient's id in this correspondence
 * @param messageId the mail's Message-ID; the same at every attempt
 * @param attempt at which attempt, from 1
 */
public record MailSent(
        CorrespondenceId correspondence,
        @Nullable EngagementId engagement,
        int letter,
        String recipient,
        String messageId,
        int attempt)
        implements CorrespondenceEvent {}
