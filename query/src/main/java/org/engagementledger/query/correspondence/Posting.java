package org.engagementledger.query.correspondence;

import java.time.Instant;
import org.engagementledger.domain.correspondence.MailFailure;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter for one recipient.
 *
 * @param recipient the recipient's id in this correspondence
 * @param attempts how often it was tried to send it
 * @param at when it was sent, failed last or was given up; null if none of them has happened
 * @param why what it failed for last; null if it was sent, or hasn't failed
 * @param nextAttempt when it will be tried again; null if it won't, or not again
 * @param messageId the mail's Message-ID, once it was sent
 */
public record Posting(
        String recipient,
        PostingState state,
        int attempts,
        @Nullable Instant at,
        @Nullable MailFailure why,
        @Nullable Instant nextAttempt,
        @Nullable String messageId) {}
