package org.engagementledger.query.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.suppression.SmallNumbers.Parts;
import org.engagementledger.query.suppression.SmallNumbers.Row;
import org.engagementledger.query.suppression.SmallNumbers.Shape;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

    private static final SmallNumbers FIVE = new SmallNumbers(5);

    /** A table of one column whose rows add up to one total. */
    private static List<Row> column(long... counts) {
        List<Row> rows = new ArrayList<>();
        for (long count : counts) {
            rows.add(new Row(List.of("all"), Map.of("n", count)));
        }
        return rows;
    }

    /** Which of its rows are hidden, as a word of x and o. */
    private static String hidden(SmallNumbers numbers, long... counts) {
        StringBuilder word = new StringBuilder();
        numbers.hidden(column(counts), Shape.PLAIN)
                .forEach(names -> word.append(names.isEmpty() ? 'o' : 'x'));
        return word.toString();
    }

    @Test
    void countsFromOneToTheThresholdAreHiddenAndNoneAtAllIsNot() {
        assertThat(hidden(FIVE, 0, 1, 4, 5, 6)).isEqualTo("oxxoo");
        assertThat(hidden(new SmallNumbers(1), 0, 1, 2)).isEqualTo("ooo");
        assertThat(hidden(FIVE, 5, 6, 7)).isEqualTo("ooo");
        assertThat(hidden(FIVE)).isEmpty();
    }

    @Test
    void aSingleHiddenCountTakesTheNextSmallestWithIt() {
        assertThat(hidden(FIVE, 40, 3, 50, 0)).isEqualTo("xxoo");
        assertThat(hidden(FIVE, 6, 6, 2)).isEqualTo("xox");
    }

    @Test
    void hiddenCountsThatComeToLittleTogetherTakeOneMoreWithThem() {
        assertThat(hidden(FIVE, 1, 3, 50)).isEqualTo("xxx");
        assertThat(hidden(FIVE, 2, 3, 50)).isEqualTo("xxo");
    }

    @Test
    void ifThereIsNothingElseTheTotalIsSmallItself() {
        assertThat(hidden(FIVE, 3)).isEqualTo("x");
        assertThat(hidden(FIVE, 3, 0, 0)).isEqualTo("xoo");
        assertThat(hidden(FIVE, 1, 1, 1)).isEqualTo("xxx");
    }

    @Test
    void whatAddsUpToDifferentTotalsIsHiddenForItself() {
        List<Row> rows =
                List.of(
                        new Row(List.of("A", "1"), Map.of("n", 3L)),
                        new Row(List.of("A", "2"), Map.of("n", 20L)),
                        new Row(List.of("B", "1"), Map.of("n", 30L)),
                        new Row(List.of("B", "2"), Map.of("n", 40L)));

        // A1 takes A2 in its row and B1 in its column with it, and each of those B2.
        assertThat(FIVE.hidden(rows, Shape.PLAIN)).allMatch(names -> names.equals(Set.of("n")));
    }

    @Test
    void whatAPartLeavesOfItsWholeIsHiddenWithIt() {
        Shape shape = new Shape(List.of(new Parts("booked", List.of("held", "missed"))), Map.of());

        assertThat(one(shape, Map.of("booked", 10L, "held", 8L, "missed", 2L)))
                .as("10 less 8 would be 2")
                .containsExactly("held", "missed");
        assertThat(one(shape, Map.of("booked", 20L, "held", 8L, "missed", 2L)))
                .as("20 less 8 are 12, of which nobody knows how many are still to come")
                .containsExactly("missed");
        assertThat(one(shape, Map.of("booked", 20L, "held", 10L, "missed", 8L)))
                .as("2 are still to come")
                .containsExactly("missed");
        assertThat(one(shape, Map.of("booked", 20L, "held", 12L, "missed", 8L))).isEmpty();
        assertThat(one(shape, Map.of("booked", 20L, "held", 7L, "missed", 7L))).isEmpty();
        assertThat(one(shape, Map.of("booked", 3L, "held", 7L, "missed", 7L)))
                .as("Parts that aren't")
                .containsExactly("booked");
        assertThat(one(shape, Map.of("booked", 3L))).containsExactly("booked");
    }

    private static Set<String> one(Shape shape, Map<String, Long> counts) {
        return FIVE.hidden(List.of(new Row(List.of("all"), counts)), shape).getFirst();
    }

    @Test
    void aWholeThatIsHiddenIsntKnownByItsParts() {
        Shape shape = new Shape(List.of(new Parts("booked", List.of("held", "missed"))), Map.of());
        List<Row> rows =
                List.of(
                        new Row(List.of("all"), Map.of("booked", 3L, "held", 0L, "missed", 0L)),
                        new Row(List.of("all"), Map.of("booked", 20L, "held", 12L, "missed", 8L)));

        List<Set<String>> hidden = FIVE.hidden(rows, shape);

        assertThat(hidden.get(0)).containsExactly("booked");
        assertThat(hidden.get(1)).contains("booked").hasSize(3);
    }

    @Test
    void sharesAndMediansAreHiddenWithWhatTheyRestOn() {
        Shape shape = new Shape(List.of(), Map.of("share", List.of("answered", "triaged")));

        assertThat(one(shape, Map.of("triaged", 20L, "answered", 3L)))
                .containsExactly("answered", "share");
        assertThat(one(shape, Map.of("triaged", 20L, "answered", 10L))).isEmpty();
        assertThat(
                        FIVE.hidden(
                                List.of(
                                        new Row(List.of(), Map.of(), Map.of("median", 4L)),
                                        new Row(List.of(), Map.of(), Map.of("median", 5L)),
                                        new Row(List.of(), Map.of(), Map.of("median", 0L))),
                                shape))
                .containsExactly(Set.of("median"), Set.of(), Set.of());
    }

    /** Whatever the table, nobody works out a small number by taking one sum from another. */
    @Test
    void nothingSmallIsLeftBySubtraction() {
        Random random = new Random(2020);
        for (int table = 0; table < 2_000; table++) {
            long[] counts = new long[1 + random.nextInt(6)];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = random.nextInt(random.nextBoolean() ? 6 : 30);
            }
            String hidden = hidden(FIVE, counts);
            long amount = 0;
            int cells = 0;
            long total = 0;
            for (int i = 0; i < counts.length; i++) {
                total += counts[i];
                if (hidden.charAt(i) == 'x') {
                    amount += counts[i];
                    cells++;
                } else {
                    assertThat(FIVE.isSmall(counts[i])).isFalse();
                }
            }
            assertThat(amount == 0 || amount == total || (amount >= 5 && cells > 1))
                    .as("%s of %s", hidden, java.util.Arrays.toString(counts))
                    .isTrue();
        }
    }

    /** As many were triaged, and as many of them answered, at three courts and in total. */
    @Test
    void aHiddenCountWithNothingBesideItTakesItsWholeWithIt() {
        Shape shape = new Shape(List.of(new Parts("triaged", List.of("answered"))), Map.of());
        List<Row> courts =
                List.of(
                        new Row(List.of("all"), Map.of("triaged", 10L, "answered", 7L)),
                        new Row(List.of("all"), Map.of("triaged", 8L, "answered", 0L)),
                        new Row(List.of("all"), Map.of("triaged", 6L, "answered", 0L)));

        assertThat(one(shape, Map.of("triaged", 24L, "answered", 7L))).isEmpty();
        assertThat(FIVE.hidden(courts, shape))
                .as("7 less nothing elsewhere are 7, and 3 of 10 weren't answered")
                .containsExactly(Set.of("triaged", "answered"), Set.of(), Set.of("triaged"));
        assertThat(FIVE.hidden(courts.subList(0, 1), shape))
                .as("then the total hides it likewise")
                .containsExactly(Set.of("answered"));
    }

    /** Whatever the tables of courts, nobody works out a small number with their totals, either. */
    @Test
    void nothingSmallIsLeftBetweenPartsAndTotals() {
        Random random = new Random(24);
        for (int number = 0; number < 3_000; number++) {
            Told told = Told.random(random, 1 + random.nextInt(4));
            assertThat(told.small()).as("%s", told).isEmpty();
        }
    }

    @Test
    void theyAreHiddenFromWhoeverMayNotSeeAllCases() {
        Map<Role, Boolean> hidden = new HashMap<>();
        for (Role role : Role.values()) {
            hidden.put(role, SmallNumbers.areHiddenFrom(new Actor("a", role, null)));
        }
        assertThat(hidden)
                .containsEntry(Role.STRATEGY_LEAD, true)
                .containsEntry(Role.DEFENCE_PRACTITIONER, true)
                .containsEntry(Role.TRIAGE_OFFICER, false)
                .containsEntry(Role.DISTRICT_CROWN_PROSECUTOR, false)
                .containsEntry(Role.COORDINATOR, false)
                .containsEntry(Role.AUDITOR, false);
        assertThatThrownBy(() -> new SmallNumbers(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
