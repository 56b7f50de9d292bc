package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.casework.EngagementId;
import org.jspecify.annotations.Nullable;

/** What happened in a correspondence. */
public sealed interface CorrespondenceEvent
        permits InvitationPrepared,
                ReminderPrepared,
                NoticePrepared,
                OfferLetterPrepared,
                SessionLetterPrepared,
                MailSent,
                MailFailed,
                MailGivenUp,
                MailTakenUp {

    CorrespondenceId correspondence();

    /** What it is about; null if it is about a session. */
    @Nullable EngagementId engagement();

    /** Which letter, counted from 1 within the correspondence. */
    int letter();
}
