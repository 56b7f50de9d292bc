package org.engagementledger.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.api.problem.Inquiry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days in London, as a reader asks for them. */
class PeriodTest {

    private static final LocalDate DAY = LocalDate.parse("2020-11-05");

    private static void isUnfit(
            @Nullable LocalDate day,
            @Nullable String week,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Inquiry inquiry = new Inquiry();
        Period.of(day, week, from, to, inquiry);
        assertThat(inquiry.refusesAny()).isTrue();
    }

    private static Period fit(
            @Nullable LocalDate day,
            @Nullable String week,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Inquiry inquiry = new Inquiry();
        return inquiry.complete(Period.of(day, week, from, to, inquiry));
    }

    @Test
    void aDayIsLondons() {
        Period clockGoesBack = fit(LocalDate.parse("2020-10-25"), null, null, null);

        assertThat(clockGoesBack.from()).isEqualTo(Instant.parse("2020-10-24T23:00:00Z"));
        assertThat(clockGoesBack.until()).isEqualTo(Instant.parse("2020-10-26T00:00:00Z"));
        assertThat(Duration.between(clockGoesBack.from(), clockGoesBack.until())).hasHours(25);
    }

    @Test
    void aWeekGoesFromMondayToSunday() {
        Period week = fit(null, "2020-W45", null, null);

        assertThat(week.first()).isEqualTo(LocalDate.parse("2020-11-02"));
        assertThat(week.last()).isEqualTo(LocalDate.parse("2020-11-08"));
        assertThat(fit(null, "2020-W53", null, null).last())
                .isEqualTo(LocalDate.parse("2021-01-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2021-W53", "2020-W00", "2020-W54", "2020-45", "20201-W45", "2020-w45"})
    void whatIsNoWeekIsRefused(String week) {
        isUnfit(null, week, null, null);
    }

    @Test
    void aPeriodHasAtMostThirtyOneDays() {
        assertThat(fit(null, null, DAY, DAY.plusDays(30)).last()).isEqualTo("2020-12-05");
        isUnfit(null, null, DAY, DAY.plusDays(31));
        isUnfit(null, null, DAY, DAY.minusDays(1));
        isUnfit(LocalDate.MAX, null, null, null);
        isUnfit(LocalDate.MIN, null, null, null);
        isUnfit(null, null, LocalDate.MIN, LocalDate.MAX);
    }

    @Test
    void oneWayOfSayingItIsEnough() {
        isUnfit(null, null, null, null);
        isUnfit(DAY, "2020-W45", null, null);
        isUnfit(DAY, null, DAY, DAY);
        isUnfit(null, null, DAY, null);
        isUnfit(null, null, null, DAY);
        isUnfit(DAY, null, null, DAY);
    }
}
