package org.engagementledger.query.correspondence;

import java.time.Instant;
import java.util.Optional;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;
import org.engagementledger.domain.correspondence.Delivery;
import org.engagementledger.domain.correspondence.MailFailed;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.correspondence.MailGivenUp;
import org.engagementledger.domain.correspondence.MailSent;
import org.engagementledger.domain.correspondence.MailTakenUp;
import org.engagementledger.domain.correspondence.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter for one recipient.
 *
 * @param recipient the recipient's id in this correspondence
 * @param attempts how often it was tried to send it
 * @param at when it was sent, failed last, was given up or taken up again; null if none of them has
 *     happened
 * @param why what it failed for last; null if it was sent, hasn't failed or was taken up again
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
        @Nullable String messageId) {

    /** What this event, which happened then, has made of a letter; empty if it is a letter. */
    static Optional<Posting> after(CorrespondenceEvent event, Instant at) {
        return switch (event) {
            case MailSent e ->
                    Optional.of(
                            new Posting(
                                    e.recipient(),
                                    PostingState.SENT,
                                    e.attempt(),
                                    at,
                                    null,
                                    null,
                                    e.messageId()));
            case MailFailed e ->
                    Optional.of(
                            new Posting(
                                    e.recipient(),
                                    PostingState.WAITING,
                                    e.attempt(),
                                    at,
                                    e.why(),
                                    e.nextAttempt(),
                                    null));
            case MailGivenUp e ->
                    Optional.of(
                            new Posting(
                                    e.recipient(),
                                    PostingState.GIVEN_UP,
                                    e.failures(),
                                    at,
                                    e.why(),
                                    null,
                                    null));
            case MailTakenUp e ->
                    Optional.of(
                            new Posting(
                                    e.recipient(),
                                    PostingState.WAITING,
                                    e.failures(),
                                    at,
                                    null,
                                    at,
                                    null));
            default -> Optional.empty();
        };
    }

    /** Before anything has become of a letter. */
    static Posting prepared(Recipient to) {
        return new Posting(
                to.id(),
                to.delivery() == Delivery.MAIL ? PostingState.WAITING : PostingState.KEPT,
                0,
                null,
                null,
                null,
                null);
    }
}
