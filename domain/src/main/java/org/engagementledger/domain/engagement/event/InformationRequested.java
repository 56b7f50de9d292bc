package org.engagementledger.domain.engagement.event;

import java.time.LocalDate;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Party;
import org.engagementledger.domain.engagement.detail.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * The prosecution asked for information: of whom, what and why (Criminal Procedure Rules 3.3), and
 * by when.
 *
 * @param of of whom
 * @param what what
 * @param why why
 * @param due by when, if said
 */
public record InformationRequested(
        EngagementId engagement,
        RequestId request,
        Party of,
        Note what,
        Note why,
        @Nullable LocalDate due)
        implements EngagementEvent {
    @Override
    public String created() {
        return request.value();
    }
}
