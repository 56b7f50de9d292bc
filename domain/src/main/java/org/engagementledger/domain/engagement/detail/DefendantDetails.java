package org.engagementledger.domain.engagement.detail;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was changed about a defendant: needs and offences are added ones.
 *
 * @param custodyTimeLimit by when the trial must begin; with custody only
 */
public record DefendantDetails(
        DefendantId defendant,
        @Nullable CustodyStatus custody,
        @Nullable LocalDate custodyTimeLimit,
        List<Need> needs,
        List<Offence> offences) {
    public DefendantDetails {
        needs = List.copyOf(needs);
        offences = List.copyOf(offences);
    }
}
