package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Request.*;
import static org.engagementledger.domain.engagement.Request.issue;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.util.List;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Notice;
import org.engagementledger.domain.engagement.event.Submitted;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {

    private static final String RECEIVED = "2020-11-02T09:00:00Z";

    private static Scenario.Attempt submitting(Request request) {
        return given().when(request).by(practitioner()).at(RECEIVED);
    }

    private static Submitted accepted(Request request) {
        EngagementEvent event = submitting(request).thenAccepted().events().getFirst();
        return (Submitted) event;
    }

    @Test
    void a_complete_request_is_submitted_and_waits_for_triage() {
        submitting(request()).then(submitted()).leaving(Engagement.InTriage.class);
    }

    @Test
    void a_request_may_carry_needs_custody_and_its_time_limit() {
        Submitted submitted =
                accepted(
                        request()
                                .defendants(
                                        kept(
                                                CustodyStatus.CUSTODY,
                                                "2020-12-01",
                                                Need.INTERPRETER,
                                                Need.MENTAL_HEALTH)));
        Defendant defendant = submitted.defendants().getFirst();
        assertThat(defendant.custody()).isEqualTo(CustodyStatus.CUSTODY);
        assertThat(defendant.custodyTimeLimit()).isEqualTo("2020-12-01");
        assertThat(defendant.needs()).containsExactly(Need.MENTAL_HEALTH, Need.INTERPRETER);
    }

    @Test
    void defendants_offences_and_issues_are_numbered_through() {
        Submitted submitted =
                accepted(request().defendants(defendant(), defendant()).issues(issue(), issue()));
        assertThat(submitted.defendants())
                .extracting(d -> d.id().value())
                .containsExactly("D1", "D2");
        assertThat(submitted.defendants())
                .flatExtracting(Defendant::offences)
                .extracting(o -> o.id().value())
                .containsExactly("O1", "O2", "O3", "O4");
        assertThat(submitted.issues()).extracting(i -> i.id().value()).containsExactly("I1", "I2");
    }

    @Test
    void everything_that_is_wrong_comes_back_together_each_with_its_field() {
        submitting(
                        request()
                                .contact(contact(" ", "rosa.specimen", null))
                                .urn("ZD01/03039/20")
                                .court("B99ZZ99")
                                .stage(Stage.PRE_FIRST_HEARING)
                                .withoutIdpc()
                                .hearing("2020-11-01")
                                .defendants(
                                        born("2020-11-02"),
                                        new NewDefendant(
                                                null,
                                                null,
                                                CustodyStatus.BAIL,
                                                date("2020-12-01"),
                                                List.of(),
                                                List.of()))
                                .issues(new NewIssue(null, prosecutionOnly("A weakness."), null))
                                .notes(shared("\n")))
                .thenRefusedWith(
                        broken(REQUIRED, "/contact/name"),
                        broken(EMAIL_MALFORMED, "/contact/email"),
                        broken(REQUIRED, "/contact/telephone"),
                        broken(URN_MALFORMED, "/urn"),
                        broken(COURT_OUT_OF_SCOPE, "/court"),
                        broken(IDPC_NOT_RECEIVED, "/idpcReceived"),
                        broken(HEARING_IN_PAST, "/hearingDate"),
                        broken(BORN_IN_FUTURE, "/defendants/0/dateOfBirth"),
                        broken(REQUIRED, "/defendants/1/name"),
                        broken(
                                CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY,
                                "/defendants/1/custodyTimeLimit"),
                        broken(REQUIRED, "/issues/0/category"),
                        broken(MUST_BE_SHARED, "/issues/0/matter/visibility"),
                        broken(VISIBILITY_NOT_YOURS, "/issues/0/matter/visibility"),
                        broken(REQUIRED, "/notes/0/text"));
    }

    @Test
    void an_empty_request_is_told_all_that_it_lacks() {
        submitting(
                        request()
                                .contact(null)
                                .urn(null)
                                .court(null)
                                .stage(null)
                                .hearing(null)
                                .defendants()
                                .issues())
                .thenRefusedWith(
                        broken(REQUIRED, "/contact"),
                        broken(REQUIRED, "/urn"),
                        broken(REQUIRED, "/court"),
                        broken(REQUIRED, "/stage"),
                        broken(REQUIRED, "/hearingDate"),
                        broken(NO_DEFENDANT, "/defendants"),
                        broken(NO_ISSUE, "/issues"))
                .saying("Required: hearingDate.")
                .saying("A request names at least one defendant.");
    }

    @Nested
    class TheCase {

        @Test
        void the_urn_may_be_written_with_slashes_and_in_lower_case() {
            assertThat(accepted(request().urn(" 01/zd/03039/20 ")).urn()).isEqualTo(URN);
        }

        @Test
        void a_court_out_of_scope_is_told_which_are_in_scope() {
            submitting(request().court("B05HI00"))
                    .thenRefused(COURT_OUT_OF_SCOPE, "/court")
                    .saying(
                            "This court isn't in scope. In scope are: Bexley Magistrates' Court"
                                    + " (B01BH00), Bromley Magistrates' Court (B01CN00).");
        }

        @Test
        void before_the_first_hearing_the_initial_details_must_have_been_received() {
            submitting(request().stage(Stage.PRE_FIRST_HEARING).withoutIdpc())
                    .thenRefused(IDPC_NOT_RECEIVED, "/idpcReceived");
        }

        @Test
        void before_the_first_hearing_with_the_initial_details_it_is_submitted() {
            submitting(request().stage(Stage.PRE_FIRST_HEARING))
                    .then(submittedBeforeTheFirstHearing());
        }

        @Test
        void before_a_trial_the_initial_details_are_not_asked_for() {
            submitting(request().withoutIdpc()).then(submitted());
        }

        @ParameterizedTest(name = "a hearing on {0}, asked for at {1}: {2}")
        @CsvSource({
            "2020-11-02, 2020-11-02T23:59:59Z, accepted",
            "2020-11-02, 2020-11-03T00:00:00Z, refused",
            "2020-07-01, 2020-07-01T22:59:59Z, accepted",
            "2020-07-01, 2020-07-01T23:00:00Z, refused",
        })
        void the_day_of_a_hearing_ends_at_midnight_in_london(
                String hearing, String now, String expected) {
            Scenario.Attempt asked =
                    given().when(request().hearing(hearing)).by(practitioner()).at(now);
            if (expected.equals("accepted")) {
                asked.thenAccepted();
            } else {
                asked.thenRefused(HEARING_IN_PAST, "/hearingDate");
            }
        }

        @ParameterizedTest(name = "ten days are asked for: a trial on {0} is short notice: {1}")
        @CsvSource({"2020-11-11, true", "2020-11-12, false", "2020-11-02, true"})
        void a_trial_in_fewer_than_ten_days_is_accepted_and_marked(
                String hearing, boolean isShort) {
            Submitted submitted = accepted(request().hearing(hearing));
            assertThat(submitted.shortNotice()).isEqualTo(isShort);
            assertThat(submitted.notices())
                    .isEqualTo(isShort ? List.of(Notice.SHORT_NOTICE) : List.of());
        }

        @Test
        void a_first_hearing_is_never_short_notice() {
            Request soon = request().stage(Stage.PRE_FIRST_HEARING).hearing("2020-11-03");
            assertThat(accepted(soon).shortNotice()).isFalse();
        }
    }

    @Nested
    class Children {

        @ParameterizedTest(name = "born on {0}, asked for on 2 November 2020: a child: {1}")
        @CsvSource({"2002-11-02, false", "2002-11-03, true", "2020-11-01, true"})
        void a_child_is_found_from_the_date_of_birth(String born, boolean child) {
            assertThat(
                            accepted(request().defendants(born(born)))
                                    .defendants()
                                    .getFirst()
                                    .needs()
                                    .contains(Need.CHILD))
                    .isEqualTo(child);
        }

        @Test
        void nobody_is_born_today_or_later() {
            submitting(request().defendants(born("2020-11-02")))
                    .thenRefused(BORN_IN_FUTURE, "/defendants/0/dateOfBirth");
        }

        @Test
        void a_custody_time_limit_goes_with_custody() {
            submitting(request().defendants(kept(null, "2020-12-01")))
                    .thenRefused(
                            CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY, "/defendants/0/custodyTimeLimit");
        }
    }
}
