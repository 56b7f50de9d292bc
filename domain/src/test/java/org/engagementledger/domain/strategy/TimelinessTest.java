package org.engagementledger.domain.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelinessTest {

    private static Timeliness of(
            @Nullable String due, @Nullable LocalDate completedOn, LocalDate day) {
        return Timeliness.of(Timing.of(due == null ? null : new Quarter(due)), completedOn, day);
    }

    @ParameterizedTest(name = "due {0}, not completed, on {1}: {2}")
    @CsvSource({
        "2022-Q2, 2022-06-30, NOT_DUE",
        "2022-Q2, 2022-07-01, DUE_THIS_QUARTER",
        "2022-Q2, 2022-09-30, DUE_THIS_QUARTER",
        "2022-Q2, 2022-10-01, OVERDUE",
        "2022-Q3, 2022-10-01, DUE_THIS_QUARTER",
        "2022-Q4, 2022-12-31, NOT_DUE",
        "2022-Q4, 2023-03-31, DUE_THIS_QUARTER",
        "2022-Q4, 2023-04-01, OVERDUE",
        "2023-Q1, 2023-04-01, DUE_THIS_QUARTER",
        "2023-Q1, 2023-07-01, OVERDUE",
        ", 2022-10-01, UNDATED",
        ", 2099-10-01, UNDATED",
    })
    void an_open_action_is_overdue_when_its_quarter_is_over(
            @Nullable String due, LocalDate day, Timeliness expected) {
        assertThat(of(due, null, day)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "due {0}, completed on {1}: {2}")
    @CsvSource({
        "2022-Q2, 2022-04-01, DONE_IN_TIME",
        "2022-Q2, 2022-09-30, DONE_IN_TIME",
        "2022-Q2, 2022-10-01, DONE_LATE",
        ", 2022-10-01, UNDATED",
    })
    void a_completed_action_was_done_in_time_or_late_whatever_the_day(
            @Nullable String due, LocalDate completedOn, Timeliness expected) {
        assertThat(of(due, completedOn, completedOn)).isEqualTo(expected);
        assertThat(of(due, completedOn, LocalDate.of(2026, 1, 1))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1} of {2}: {3} to {4}")
    @CsvSource({
        "2022-Q1, 1, 2022, 2022-04-01, 2022-06-30",
        "2022-Q2, 2, 2022, 2022-07-01, 2022-09-30",
        "2022-Q3, 3, 2022, 2022-10-01, 2022-12-31",
        "2022-Q4, 4, 2022, 2023-01-01, 2023-03-31",
        "2023-Q4, 4, 2023, 2024-01-01, 2024-03-31",
    })
    void quarters_are_those_of_the_financial_year(
            String written, int number, int year, LocalDate first, LocalDate last) {
        Quarter quarter = new Quarter(written);
        assertThat(Quarter.of(year, number)).isEqualTo(quarter);
        assertThat(quarter.financialYear()).isEqualTo(year);
        assertThat(quarter.quarter()).isEqualTo(number);
        assertThat(quarter.first()).isEqualTo(first);
        assertThat(quarter.last()).isEqualTo(last);
        assertThat(first.datesUntil(last.plusDays(1)))
                .allMatch(day -> Quarter.of(day).equals(quarter));
    }

    @Test
    void quarters_stand_in_the_order_of_time() {
        assertThat(Stream.of("2023-Q1", "2022-Q4", "2022-Q2").map(Quarter::new).sorted())
                .map(Quarter::value)
                .containsExactly("2022-Q2", "2022-Q4", "2023-Q1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Q2", "2022", "2022-Q0", "2022-Q5", "2022-q2", " 2022-Q2", "0022-Q2"})
    void anything_else_is_no_quarter(String written) {
        assertThat(Quarter.read(written)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(written));
    }

    @Test
    void actions_stand_in_the_order_of_their_numbers() {
        assertThat(
                        Stream.of("10.1", "1.10", "2.1", "1.9")
                                .map(ActionNumber::new)
                                .sorted()
                                .map(ActionNumber::value))
                .containsExactly("1.9", "1.10", "2.1", "10.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", "1.0", "01.1", "1.1.1", "1,1", "a.b", "1.100"})
    void anything_else_is_no_action(String written) {
        assertThat(ActionNumber.read(written)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StrategyActionId("plan:" + written));
    }

    @Test
    void an_action_is_named_by_its_plan_and_its_number() {
        StrategyActionId id = StrategyActionId.of("defendants-2022-2023", new ActionNumber("1.1"));
        assertThat(id).hasToString("defendants-2022-2023:1.1");
        assertThat(id.plan()).isEqualTo("defendants-2022-2023");
        assertThat(id.number()).isEqualTo(new ActionNumber("1.1"));
        assertThat(id.number().aim()).isEqualTo(1);
    }

    @ParameterizedTest(name = "judged on {0}, on {1}: {2}")
    @CsvSource({
        "2022-07-01, 2022-07-01, false",
        "2022-07-01, 2022-09-30, false",
        "2022-07-01, 2022-10-01, true",
        "2022-11-30, 2023-02-27, false",
        "2022-11-30, 2023-02-28, true",
    })
    void confidence_is_stale_when_a_quarter_has_passed_since_it_was_judged(
            LocalDate judged, LocalDate day, boolean stale) {
        assertThat(new Confidence(ConfidenceGrade.PROBABLE, judged).isStale(day)).isEqualTo(stale);
    }
}
