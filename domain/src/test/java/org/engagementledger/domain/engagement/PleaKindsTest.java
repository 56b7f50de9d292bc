package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.BASIS_REQUIRED;
import static org.engagementledger.domain.casework.Rule.ONLY_A_COURT_RECORDS;
import static org.engagementledger.domain.engagement.Asks.indicatePlea;
import static org.engagementledger.domain.engagement.Asks.offerPlea;
import static org.engagementledger.domain.engagement.Facts.submitted;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Plea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of plea: which can be offered between the parties, and which need words. */
class PleaKindsTest {

    private static final String TABLE =
            """
            plea                             | offered | without words
            GUILTY                           | yes     | yes
            GUILTY_TO_A_LESSER_OFFENCE       | yes     | no
            GUILTY_TO_AN_ALTERNATIVE_OFFENCE | yes     | no
            GUILTY_ON_A_BASIS                | yes     | no
            ADMITS_BREACH                    | yes     | yes
            BIND_OVER                        | yes     | yes
            NOT_GUILTY                       | no      | no
            INDICATED_GUILTY                 | no      | no
            INDICATED_NOT_GUILTY             | no      | no
            CONSENTS                         | no      | no
            AUTREFOIS_CONVICT                | no      | no
            UNFIT_TO_PLEAD                   | no      | no
            """;

    @ParameterizedTest(name = "{0}: can be offered: {1}, without words: {2}")
    @CsvSource(textBlock = TABLE, delimiter = '|', useHeadersInDisplayName = true)
    void a_plea_can_be_offered_and_indicated_or_only_a_court_records_it(
            Plea plea, String offered, String withoutWords) {
        Scenario.Attempt withWords =
                given(submitted())
                        .when(offerPlea("D1", "O1", plea, shared("On one count."), null))
                        .by(practitioner());
        Scenario.Attempt without = given(submitted()).when(offerPlea(plea)).by(practitioner());
        Scenario.Attempt indicated =
                given(submitted()).when(indicatePlea(plea, shared("On one count."))).by(lead());
        if (offered.equals("no")) {
            withWords.thenRefused(ONLY_A_COURT_RECORDS, "/plea");
            without.thenRefused(ONLY_A_COURT_RECORDS, "/plea");
            indicated.thenRefused(ONLY_A_COURT_RECORDS, "/plea");
            return;
        }
        withWords.thenAccepted();
        indicated.thenAccepted();
        if (withoutWords.equals("yes")) {
            without.thenAccepted();
        } else {
            without.thenRefused(BASIS_REQUIRED, "/basis");
        }
    }

    @Test
    void the_table_names_every_plea() {
        Set<String> named =
                TABLE.lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf('|')).strip())
                        .collect(Collectors.toSet());
        assertThat(Arrays.stream(Plea.values()).map(Plea::name))
                .containsExactlyInAnyOrderElementsOf(named);
    }
}
