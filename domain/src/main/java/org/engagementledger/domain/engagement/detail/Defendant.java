package org.engagementledger.domain.engagement.detail;

import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * A defendant.
 *
 * @param name their name
 * @param dateOfBirth their date of birth, if it was given
 * @param custodyTimeLimit by when the trial must begin; with custody only
 */
public record Defendant(
        DefendantId id,
        Personal<String> name,
        @Nullable Personal<LocalDate> dateOfBirth,
        @Nullable CustodyStatus custody,
        @Nullable LocalDate custodyTimeLimit,
        List<Need> needs,
        List<Offence> offences) {
    public Defendant {
        needs = List.copyOf(needs);
        offences = List.copyOf(offences);
    }
}
