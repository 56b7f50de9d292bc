package org.engagementledger.domain.correspondence;

import java.util.List;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.SurgeryId;
import org.jspecify.annotations.Nullable;

/**
 * A notice of what needs somebody's attention is ready for the coordinator.
 *
 * @param cause the event that it follows from
 * @param surgery the session that it is about, if it is about one
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
