package org.engagementledger.domain.engagement.detail;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/** A defendant as somebody names them. */
public record NewDefendant(
        @Nullable Personal<String> name,
        @Nullable Personal<LocalDate> dateOfBirth,
        @Nullable CustodyStatus custody,
        @Nullable LocalDate custodyTimeLimit,
        List<Need> needs,
        List<NewOffence> offences) {
    public NewDefendant {
        needs = List.copyOf(needs);
        offences = List.copyOf(offences);
    }
}
