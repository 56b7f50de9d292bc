package org.engagementledger.domain.engagement.detail;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be changed about a defendant; null and empty leave things as they are. */
public record NewDefendantDetails(
        DefendantId defendant,
        @Nullable CustodyStatus custody,
        @Nullable LocalDate custodyTimeLimit,
        List<Need> needs,
        List<NewOffence> offences) {
    public NewDefendantDetails {
        needs = List.copyOf(needs);
        offences = List.copyOf(offences);
    }
}
