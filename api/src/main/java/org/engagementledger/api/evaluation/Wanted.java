package org.engagementledger.api.evaluation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Of which cases and days something is asked.
 *
 * @param court the court's OU code
 * @param stage the entry stage
 * @param from the first day in London
 * @param to the last day in London
 */
record Wanted(
        @RequestParam @Nullable String court,
        @RequestParam @Nullable Stage stage,
        @RequestParam @Nullable LocalDate from,
        @RequestParam @Nullable LocalDate to) {

    /** Whether that is less than all there are. */
    boolean isLessThanAll() {
        return Stream.of(court, stage, from, to).anyMatch(Objects::nonNull);
    }
}
