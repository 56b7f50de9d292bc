package org.engagementledger.domain.correspondence;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * A notice of what needs somebody's attention is ready for the coordinator.
 *
 * @param letter which letter, counted from 1 within its correspondence
 * @param cause the event that it follows from
 * @param surgery the session that it is about, if it is about one
 * @param organiser the surgery's address
 */
public record NoticePrepared(
        CorrespondenceId correspondence,
        @Nullable EngagementId engagement,
        int letter,
        Cause cause,
        NoticeKind kind,
        @Nullable SurgeryId surgery,
        String organiser,
        List<Recipient> recipients)
        implements CorrespondenceEvent {
    public NoticePrepared {
        recipients = List.copyOf(recipients);
    }
}
