package org.engagementledger.api.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.engagementledger.domain.casework.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As published at gov.uk/bank-holidays for England and Wales. */
class BankHolidaysTest {

    private static final WorkingDays DAYS = new BankHolidays().workingDays();

    private static List<String> in(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5 && !DAYS.include(day))
                .map(day -> day.toString().substring(5))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
        // The early May holiday was on VE Day; Boxing Day's substitute is a Monday.
        "2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
        // Both days of Christmas have substitutes.
        "2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
        // New Year's substitute, two days of the Jubilee, the Queen's funeral, Christmas'
        // substitute.
        "2022, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        // The Coronation.
        "2023, 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
        "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"
    })
    void ofAYear(int year, String days) {
        assertThat(in(year)).containsExactly(days.split(" "));
    }

    @Test
    void aLimitPassesOverEaster() {
        Instant maundyThursday = Instant.parse("2021-04-01T09:30:00Z");
        assertThat(DAYS.after(maundyThursday, 2)).isEqualTo("2021-04-07T09:30:00Z");
    }

    @Test
    void theWorkingDayBeforeChristmasIsOverIsBeforeChristmas() {
        assertThat(DAYS.before(LocalDate.of(2021, 12, 29))).isEqualTo("2021-12-24");
    }
}
