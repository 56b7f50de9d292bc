package org.engagementledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionsTest {

    private static final Decision<String> ACCEPTED = Decision.accepted("event");

    private static Conditions at(Long... versions) {
        return new Conditions(Set.of(versions), false);
    }

    @Test
    void theyTravelAsStrings() {
        for (Conditions conditions :
                List.of(
                        Conditions.NONE,
                        at(),
                        at(0L),
                        at(7L, 5L, Long.MAX_VALUE),
                        new Conditions(null, true),
                        new Conditions(Set.of(3L), true))) {
            assertThat(Conditions.of(conditions.metadata())).isEqualTo(conditions);
        }
        assertThat(at(7L, 5L).metadata()).isEqualTo(Map.of("expectedVersions", "5 7"));
        assertThat(Conditions.NONE.metadata()).isEmpty();
    }

    @Test
    void withoutAnyEverythingIsAsDecided() {
        assertThat(Conditions.NONE.on(4, ACCEPTED)).isSameAs(ACCEPTED);
    }

    @Test
    void theVersionIsOneOfThoseExpected() {
        assertThat(at(3L, 4L).on(4, ACCEPTED)).isSameAs(ACCEPTED);
    }

    @Test
    void onAnotherVersionNothingIsDecidedButThat() {
        Decision<String> closed = Decision.refused(Refusal.of(Rule.CLOSED, ""));

        for (Conditions expecting : List.of(at(3L), at(5L), at())) {
            for (Decision<String> decided : List.of(ACCEPTED, closed)) {
                assertThat(expecting.on(4, decided))
                        .isEqualTo(
                                Decision.refused(
                                        Refusal.of(Rule.VERSION_OUTDATED, "", 4)
                                                .with("version", List.of("4"))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGAGEMENT_UNKNOWN", "NOT_PERMITTED", "FIRM_REQUIRED"})
    void whoeverMayNotIsToldNoVersion(Rule rule) {
        Decision<String> decided = Decision.refused(Refusal.of(rule, "", ""));

        assertThat(at(3L).on(4, decided)).isSameAs(decided);
    }
}
