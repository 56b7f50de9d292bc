package org.engagementledger.query.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

    private static final Random RANDOM = new Random(24);

    /** From none to some thousands, small ones more often. */
    private static long anyCount() {
        return RANDOM.nextInt(1 << RANDOM.nextInt(1, 13));
    }

    private static SmallNumbers any() {
        return new SmallNumbers(RANDOM.nextInt(2, 30));
    }

    @Test
    void fromOneWholeStepOnItIsToldInStepsAndBelowNothingIs() {
        SmallNumbers five = new SmallNumbers(5);

        assertThat(five.told(0)).isNull();
        assertThat(five.told(4)).isNull();
        assertThat(five.told(5)).isEqualTo(5);
        assertThat(five.told(9)).isEqualTo(5);
        assertThat(five.told(10)).isEqualTo(10);
        assertThat(five.stepsOf()).isEqualTo(5);
    }

    @Test
    void whatIsToldHangsOnTheNumberOfWholeStepsAlone() {
        for (int number = 0; number < 10_000; number++) {
            SmallNumbers small = any();
            long one = anyCount();
            long other = one - one % small.threshold() + RANDOM.nextInt(small.threshold());

            assertThat(small.told(one))
                    .as("%d, %d: %s", one, other, small)
                    .isEqualTo(small.told(other));
            assertThat(small.tells(one)).isEqualTo(small.tells(other));
        }
    }

    @Test
    void itIsTrueThatThereAreAtLeastSoManyAndNotAWholeStepMore() {
        for (int number = 0; number < 10_000; number++) {
            SmallNumbers small = any();
            long count = anyCount();
            Long told = small.told(count);

            assertThat(small.tells(count)).isEqualTo(told != null);
            if (told == null) {
                assertThat(count).isLessThan(small.threshold());
            } else {
                assertThat(told % small.threshold()).isZero();
                assertThat(told).isPositive();
                assertThat(count).isBetween(told, told + small.threshold() - 1);
            }
        }
    }

    @Test
    void inStepsOfOneItIsToldExactlyAndThatThereIsNoneToo() {
        for (long count : new long[] {0, 1, 4, 5, 123}) {
            assertThat(SmallNumbers.EXACT.told(count)).isEqualTo(count);
            assertThat(SmallNumbers.EXACT.tells(count)).isTrue();
        }
        assertThat(SmallNumbers.EXACT.stepsOf()).isNull();
        assertThatThrownBy(() -> new SmallNumbers(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theyAreHiddenFromWhoeverMayNotSeeAllCases() {
        SmallNumbers five = new SmallNumbers(5);
        Map<Role, Boolean> hidden = new HashMap<>();
        for (Role role : Role.values()) {
            Actor reader = new Actor("a", role, null);
            hidden.put(role, SmallNumbers.areHiddenFrom(reader));
            assertThat(five.toldTo(reader))
                    .isEqualTo(SmallNumbers.areHiddenFrom(reader) ? five : SmallNumbers.EXACT);
        }
        assertThat(hidden)
                .containsEntry(Role.STRATEGY_LEAD, true)
                .containsEntry(Role.DEFENCE_PRACTITIONER, true)
                .containsEntry(Role.TRIAGE_OFFICER, false)
                .containsEntry(Role.DISTRICT_CROWN_PROSECUTOR, false)
                .containsEntry(Role.COORDINATOR, false)
                .containsEntry(Role.AUDITOR, false);
    }
}
