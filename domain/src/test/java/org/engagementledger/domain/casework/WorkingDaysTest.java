package org.engagementledger.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** Monday 4 to Sunday 10 May 2020, with a bank holiday on Friday. */
    private static final WorkingDays DAYS =
            new WorkingDays(Set.of(LocalDate.of(2020, 5, 8))::contains);

    @ParameterizedTest
    @CsvSource({
        "2020-05-07, true",
        "2020-05-08, false",
        "2020-05-09, false",
        "2020-05-10, false",
        "2020-05-11, true"
    })
    void areMondayToFridayButForBankHolidays(LocalDate day, boolean working) {
        assertThat(DAYS.include(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-07, 2020-05-06",
        "2020-05-08, 2020-05-07",
        "2020-05-10, 2020-05-07",
        "2020-05-11, 2020-05-07",
        "2020-05-12, 2020-05-11"
    })
    void theWorkingDayBefore(LocalDate day, LocalDate before) {
        assertThat(DAYS.before(day)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-06, 0, 2020-05-06",
        "2020-05-06, 1, 2020-05-07",
        "2020-05-06, 2, 2020-05-11",
        "2020-05-09, 0, 2020-05-09",
        "2020-05-09, 1, 2020-05-11",
        "2020-05-04, 10, 2020-05-19"
    })
    void soManyWorkingDaysLater(LocalDate day, int number, LocalDate later) {
        assertThat(DAYS.after(day, number)).isEqualTo(later);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-05T09:30:00Z, 2, 2020-05-07T09:30:00Z",
        "2020-05-06T09:30:00Z, 2, 2020-05-11T09:30:00Z",
        // Just before midnight in London is the day before.
        "2020-05-06T22:59:59Z, 1, 2020-05-07T22:59:59Z",
        "2020-05-06T23:00:00Z, 1, 2020-05-10T23:00:00Z",
        // What comes on a day without work counts from the next working day's beginning.
        "2020-05-08T12:00:00Z, 0, 2020-05-10T23:00:00Z",
        "2020-05-08T12:00:00Z, 2, 2020-05-12T23:00:00Z",
        "2020-05-10T12:00:00Z, 2, 2020-05-12T23:00:00Z"
    })
    void aLimitEndsAtTheSameTimeOfDay(Instant time, int number, Instant end) {
        assertThat(DAYS.after(time, number)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-05-05T09:30:00Z, PT24H, 2020-05-06T09:30:00Z",
        "2020-05-05T09:30:00Z, PT90M, 2020-05-05T11:00:00Z",
        // Over a bank holiday and the weekend after it; midnight in London is at 23:00Z.
        "2020-05-07T16:00:00Z, PT24H, 2020-05-11T16:00:00Z",
        "2020-05-07T16:00:00Z, PT7H, 2020-05-07T23:00:00Z",
        "2020-05-07T16:00:00Z, PT8H, 2020-05-11T00:00:00Z",
        "2020-05-08T12:00:00Z, PT24H, 2020-05-11T23:00:00Z",
        "2020-05-10T12:00:00Z, PT0S, 2020-05-10T23:00:00Z",
        "2020-05-05T09:30:00Z, PT240H, 2020-05-20T09:30:00Z",
        // Friday at five to Monday at five, though the clocks change in between.
        "2020-10-23T16:00:00Z, PT24H, 2020-10-26T17:00:00Z"
    })
    void soMuchOfWorkingDaysLater(Instant time, Duration working, Instant end) {
        assertThat(DAYS.after(time, working)).isEqualTo(end);
    }

    @Test
    void aLimitKeepsLondonsTimeAcrossTheChangeOfTheClocks() {
        Instant friday = Instant.parse("2020-10-23T14:00:00Z");
        assertThat(WorkingDays.MONDAY_TO_FRIDAY.after(friday, 1)).isEqualTo("2020-10-26T15:00:00Z");
    }
}
