package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/**
 * A letter won't be sent to one recipient; it can still be read here.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param recipient the recipient's id in this correspondence
 * @param why what the last attempt failed for, or why there was none
 * @param failures how often it failed
 */
public record MailGivenUp(
        CorrespondenceId correspondence,
        @Nullable EngagementId engagement,
        int letter,
        String recipient,
        MailFailure why,
        int failures)
        implements CorrespondenceEvent {}
