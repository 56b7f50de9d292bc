package org.engagementledger.query.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.suppression.SmallNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which numbers are kept from readers who may see no cases, since a small one follows from them.
 */
class ToldCountsTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 11, 2);
    private static final LocalDate LAST = LocalDate.of(2020, 11, 15);
    private static final Window HEALTH = need("MENTAL_HEALTH", FIRST, LAST);
    private static final Window NEURO = need("NEURODIVERGENCE", FIRST, LAST);
    private static final Set<Window> EITHER = Set.of(HEALTH, NEURO);

    private static Window need(String need, LocalDate first, LocalDate last) {
        return new Window("NEED", need, first, last);
    }

    /** All of them are actions. */
    private static ToldCounts told(Map<Set<Window>, Long> counts) {
        return new ToldCounts(counts.keySet(), counts, new SmallNumbers(5)::isSmall);
    }

    /** Whether the number of an action with two rules is told, and those of each. */
    private static List<Boolean> hidden(
            Collection<Set<Window>> others, long health, long neuro, long either) {
        List<Set<Window>> actions = new ArrayList<>(others);
        actions.add(EITHER);
        ToldCounts told =
                new ToldCounts(
                        actions,
                        Map.of(Set.of(HEALTH), health, Set.of(NEURO), neuro, EITHER, either),
                        new SmallNumbers(5)::isSmall);
        return List.of(told.isHidden(EITHER), told.areEachHidden(EITHER));
    }

    private static List<Boolean> hidden(long health, long neuro, long either) {
        return hidden(List.of(), health, neuro, either);
    }

    @Test
    void whatIsSmallIsHiddenAndNoneAtAllIsnt() {
        assertThat(hidden(2, 2, 4)).containsExactly(true, true);
        assertThat(hidden(20, 4, 24)).containsExactly(false, true);
        assertThat(hidden(20, 0, 20)).containsExactly(false, false);
        assertThat(hidden(0, 0, 0)).containsExactly(false, false);
        ToldCounts told = told(Map.of(Set.of(HEALTH), 7L, Set.of(), 0L));
        assertThat(told.of(Set.of(HEALTH))).isEqualTo(7);
        assertThat(told.isHidden(Set.of())).isFalse();
        assertThat(told.areEachHidden(Set.of())).isFalse();
    }

    @Test
    void theRulesAreHiddenIfFewOfTheActionsDontCountByOneOrCountByBoth() {
        assertThat(hidden(20, 20, 21)).containsExactly(false, true);
        assertThat(hidden(20, 12, 24)).containsExactly(false, true);
        assertThat(hidden(20, 20, 39)).containsExactly(false, true);
        assertThat(hidden(20, 12, 25)).containsExactly(false, false);
        assertThat(hidden(20, 20, 20)).containsExactly(false, false);
        assertThat(hidden(20, 20, 40)).containsExactly(false, false);
        assertThat(hidden(20, 20, 35)).containsExactly(false, false);
    }

    @Test
    void soIsTheActionIfOthersAreToldThatCountByOneRuleEach() {
        List<Set<Window>> one = List.of(Set.of(HEALTH));
        List<Set<Window>> each = List.of(Set.of(HEALTH), Set.of(NEURO));

        assertThat(hidden(one, 20, 20, 21)).containsExactly(true, true);
        assertThat(hidden(one, 20, 20, 39)).containsExactly(false, true);
        assertThat(hidden(each, 20, 20, 39)).containsExactly(true, true);
        assertThat(hidden(each, 20, 20, 40)).containsExactly(false, false);
    }

    @Test
    void aRuleIsHiddenThatIsLittleMoreThanAnotherAction() {
        Set<Window> later = Set.of(need("MENTAL_HEALTH", FIRST.plusDays(1), LAST));
        Map<Set<Window>, Long> counts =
                Map.of(Set.of(HEALTH), 20L, Set.of(NEURO), 20L, EITHER, 40L, later, 19L);

        assertThat(
                        new ToldCounts(List.of(EITHER, later), counts, new SmallNumbers(5)::isSmall)
                                .areEachHidden(EITHER))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-02, 2020-11-14, true",
        "2020-11-03, 2020-11-14, true",
        "2020-11-01, 2020-11-15, false",
        "2020-11-02, 2020-11-16, false"
    })
    void aRuleIsAPartOfOneWithMoreDays(LocalDate first, LocalDate last, boolean part) {
        Window other = need("MENTAL_HEALTH", first, last);

        assertThat(told(Map.of(Set.of(HEALTH), 21L, Set.of(other), 20L)).isHidden(Set.of(HEALTH)))
                .isEqualTo(part);
    }

    @Test
    void orOfSeveralThatHaveItsDaysTogether() {
        LocalDate end = LocalDate.of(2020, 11, 8);
        Window before = need("MENTAL_HEALTH", FIRST, end);
        Window after = need("MENTAL_HEALTH", end.plusDays(1), LAST);
        Window later = need("MENTAL_HEALTH", end.plusDays(2), LAST);

        assertThat(
                        told(Map.of(Set.of(HEALTH), 20L, Set.of(before, after), 21L))
                                .isHidden(Set.of(before, after)))
                .isTrue();
        assertThat(
                        told(Map.of(Set.of(HEALTH), 20L, Set.of(before, later), 45L))
                                .isHidden(Set.of(before, later)))
                .isFalse();
    }

    @Test
    void anythingElseIsNoPart() {
        Window meeting = new Window("MEETING_HELD", null, FIRST, LAST);

        assertThat(told(Map.of(Set.of(HEALTH), 21L, Set.of(meeting), 20L, Set.of(NEURO), 22L)))
                .matches(it -> !it.isHidden(Set.of(HEALTH)))
                .matches(it -> !it.isHidden(Set.of(meeting)))
                .matches(it -> !it.isHidden(Set.of(NEURO)));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-13, 2020-11-20, 2020-11-08",
        "2020-11-15, 2020-11-20, 2020-11-15",
        "2020-11-20, 2020-11-20, 2020-11-15",
        "2020-11-22, 2020-11-22, 2020-11-15",
        "2020-11-22, 2020-11-23, 2020-11-22",
        "2023-06-01, 2020-11-20, 2020-11-15"
    })
    void whoeverSeesNoCasesIsToldOfWeeksThatHaveEnded(
            LocalDate asOf, LocalDate today, LocalDate counted) {
        assertThat(StrategyReaders.counted(actor(Role.STRATEGY_LEAD), asOf, today))
                .isEqualTo(counted);
        assertThat(StrategyReaders.counted(actor(Role.AUDITOR), asOf, today)).isEqualTo(asOf);
    }

    private static Actor actor(Role role) {
        return new Actor("somebody", role, null);
    }
}
