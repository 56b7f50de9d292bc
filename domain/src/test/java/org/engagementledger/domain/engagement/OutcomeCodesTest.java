package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.ListingResult.*;
import static org.engagementledger.domain.casework.Rule.CODE_NOT_TAKEN;
import static org.engagementledger.domain.casework.Rule.CODE_UNKNOWN;
import static org.engagementledger.domain.casework.Rule.NEW_DATE_NOT_TAKEN;
import static org.engagementledger.domain.casework.Rule.NEW_DATE_REQUIRED;
import static org.engagementledger.domain.casework.Rule.REQUIRED;
import static org.engagementledger.domain.engagement.Asks.recordOutcome;
import static org.engagementledger.domain.engagement.Facts.submitted;
import static org.engagementledger.domain.engagement.Facts.submittedBeforeTheFirstHearing;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.lead;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.HearingKind;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.casework.TrialOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a listing ends, kind by kind, and which reason codes each kind of trial outcome takes. */
class OutcomeCodesTest {

    private static final String DAY = "2020-11-20T16:00:00Z";
    private static final String DAY_BEFORE = "2020-11-19T16:00:00Z";

    private static final Set<String> CRACKED_CODES = codes("A B C D E F G H I J K L");
    private static final Set<String> INEFFECTIVE_CODES =
            codes(
                    "M1 M2 M3 N1 N2 N3 O1 O2 P", // the prosecution's
                    "Q1 Q2 Q3 R S1 S2 S3 S4 T U1 U2 V", // the defence's
                    "W1 W2 W3 W4 W5"); // the court's
    private static final Set<String> VACATED_CODES =
            codes("A B C D E F G H I J K L M N O P Q R S T U V W X Y Z");

    private static Set<String> codes(String... lines) {
        return Stream.of(lines)
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .collect(Collectors.toSet());
    }

    private static final String TABLE =
            """
            result                  | hearing       | before its day | code | new date | leaves it
            GUILTY_PLEA_ENTERED     | FIRST_HEARING | no             | no   | no       | closed
            NOT_GUILTY_TRIAL_FIXED  | FIRST_HEARING | no             | no   | no       | closed
            SENT_TO_CROWN_COURT     | FIRST_HEARING | no             | no   | no       | closed
            ADJOURNED               | FIRST_HEARING | no             | no   | always   | open
            DISCONTINUED            | FIRST_HEARING | yes            | no   | no       | closed
            WARRANT_ISSUED          | FIRST_HEARING | no             | no   | no       | closed
            OUT_OF_COURT_DISPOSAL   | FIRST_HEARING | yes            | no   | no       | closed
            CRACKED                 | TRIAL         | no             | A    | no       | closed
            INEFFECTIVE             | TRIAL         | no             | M1   | always   | open
            VACATED                 | TRIAL         | only           | A    | possibly | either
            EFFECTIVE               | TRIAL         | no             | no   | no       | closed
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = TABLE, delimiter = '|', useHeadersInDisplayName = true)
    void a_listing_ends(
            ListingResult result,
            HearingKind hearing,
            String beforeItsDay,
            String code,
            String newDate,
            String leavesIt) {
        String rightCode = code.equals("no") ? null : code;
        String rightDate = newDate.equals("always") ? "2021-01-11" : null;
        String now = beforeItsDay.equals("only") ? DAY_BEFORE : DAY;

        // Its day
        ending(hearing, result, rightCode, rightDate, now).thenAccepted();
        if (beforeItsDay.equals("yes")) {
            ending(hearing, result, rightCode, rightDate, DAY_BEFORE).thenAccepted();
        }

        // Its code
        if (rightCode == null) {
            ending(hearing, result, "A", rightDate, now).thenRefused(CODE_NOT_TAKEN, "/code");
        } else {
            ending(hearing, result, null, rightDate, now).thenRefused(REQUIRED, "/code");
        }

        // Its new date
        switch (newDate) {
            case "always" ->
                    ending(hearing, result, rightCode, null, now)
                            .thenRefused(NEW_DATE_REQUIRED, "/newDate");
            case "possibly" ->
                    ending(hearing, result, rightCode, "2021-01-11", now)
                            .thenAccepted()
                            .leaving(Engagement.Open.class);
            default ->
                    ending(hearing, result, rightCode, "2021-01-11", now)
                            .thenRefused(NEW_DATE_NOT_TAKEN, "/newDate");
        }
        ending(hearing, result, rightCode, rightDate, now)
                .thenAccepted()
                .leaving(leavesIt.equals("open") ? Engagement.Open.class : Engagement.Closed.class);
    }

    @Test
    void the_table_names_every_result() {
        assertThat(TABLE.lines().skip(1).map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ListingResult.values()).map(ListingResult::name).toList());
    }

    /** Every code that any kind knows, and some that none does, under every kind. */
    @ParameterizedTest
    @EnumSource(names = {"CRACKED", "INEFFECTIVE", "VACATED"})
    void a_code_means_something_only_under_its_kind(ListingResult result) {
        Set<String> own =
                switch (result) {
                    case CRACKED -> CRACKED_CODES;
                    case INEFFECTIVE -> INEFFECTIVE_CODES;
                    default -> VACATED_CODES;
                };
        assertThat(own).hasSize(result == CRACKED ? 12 : 26);
        Stream.of(
                        CRACKED_CODES.stream(),
                        INEFFECTIVE_CODES.stream(),
                        VACATED_CODES.stream(),
                        IntStream.rangeClosed('A', 'Z').mapToObj(c -> (char) c + "9"),
                        Stream.of("a", "m1", "", " ", "M", "AA", "M1 ", "Ä", "1"))
                .flatMap(codes -> codes)
                .forEach(
                        code -> {
                            Scenario.Attempt ending =
                                    ending(
                                            HearingKind.TRIAL,
                                            result,
                                            code,
                                            result == INEFFECTIVE ? "2021-01-11" : null,
                                            result == VACATED ? DAY_BEFORE : DAY);
                            if (own.contains(code)) {
                                ending.thenAccepted();
                            } else {
                                ending.thenRefused(
                                        code.isBlank() ? REQUIRED : CODE_UNKNOWN, "/code");
                            }
                        });
    }

    @Test
    void an_effective_trial_and_a_first_hearing_know_no_code() {
        assertThat(TrialOutcome.known(EFFECTIVE, "A")).isFalse();
        assertThat(TrialOutcome.known(ADJOURNED, "A")).isFalse();
    }

    private static Scenario.Attempt ending(
            HearingKind hearing, ListingResult result, String code, String newDate, String now) {
        return given(hearing == HearingKind.TRIAL ? submitted() : submittedBeforeTheFirstHearing())
                .when(recordOutcome(result, code, newDate))
                .by(lead())
                .at(now);
    }
}
