package org.engagementledger.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Visibility.DEFENCE_ONLY;
import static org.engagementledger.domain.casework.Visibility.PROSECUTION_ONLY;
import static org.engagementledger.domain.casework.Visibility.SHARED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    role                      | shared | prosecution only | defence only
                    DEFENCE_PRACTITIONER      | writes | -                | writes
                    TRIAGE_OFFICER            | writes | writes           | -
                    DISTRICT_CROWN_PROSECUTOR | writes | writes           | -
                    HMCTS_CONTACT             | writes | -                | -
                    POLICE_CONTACT            | writes | -                | -
                    COORDINATOR               | writes | -                | -
                    STRATEGY_LEAD             | writes | -                | -
                    AUDITOR                   | sees   | sees             | sees
                    DATA_PROTECTION_OFFICER   | writes | -                | -
                    OPERATOR                  | -      | -                | -
                    SYSTEM                    | writes | -                | -
                    """)
    void nobody_writes_what_they_may_not_read(
            Role role, String shared, String prosecutionOnly, String defenceOnly) {
        assertSees(role, SHARED, shared);
        assertSees(role, PROSECUTION_ONLY, prosecutionOnly);
        assertSees(role, DEFENCE_ONLY, defenceOnly);
    }

    private static void assertSees(Role role, Visibility visibility, String expected) {
        assertThat(role.sees(visibility)).isEqualTo(!expected.equals("-"));
        assertThat(role.writes(visibility)).isEqualTo(expected.equals("writes"));
    }

    @Test
    void a_personal_value_is_not_shown_in_its_text_form() {
        assertThat(Personal.known("case-1", "Dan Madeup").toString())
                .isEqualTo("Known[subject=case-1]");
    }
}
