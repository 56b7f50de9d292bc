package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator has a letter sent again to one recipient, for whom it was given up.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param recipient the recipient's id in this correspondence
 * @param failures how often it has failed so far: its attempts are counted on from there
 */
public record MailTakenUp(
        CorrespondenceId correspondence,
        @Nullable EngagementId engagement,
        int letter,
        String recipient,
        int failures)
        implements CorrespondenceEvent {}
