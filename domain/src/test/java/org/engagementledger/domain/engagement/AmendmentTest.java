package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Asks.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Request.defendant;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.util.List;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.Amended;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AmendmentTest {

    private static NewDefendantDetails details(
            String defendant, CustodyStatus custody, String timeLimit, NewOffence... offences) {
        return new NewDefendantDetails(
                new DefendantId(defendant),
                custody,
                timeLimit == null ? null : date(timeLimit),
                List.of(),
                List.of(offences));
    }

    private static Amended first(Scenario.Accepted accepted) {
        return (Amended) accepted.events().getFirst();
    }

    @Test
    void an_amendment_that_changes_nothing_is_refused() {
        given(submitted()).when(add()).by(practitioner()).thenRefused(NOTHING_TO_AMEND, "");
    }

    @Test
    void a_new_issue_waits_for_triage() {
        given(submitted(), triaged(putForward("I1")))
                .when(raise(Request.issue()))
                .by(practitioner())
                .then(amendedWithIssue("I2"))
                .leaving(Engagement.InTriage.class);
    }

    @Test
    void a_new_issue_takes_a_resolved_engagement_back_to_triage() {
        given(submitted(), triaged(answered("I1")), resolved(settled("I1", IssueStatus.ANSWERED)))
                .when(raise(Request.issue()))
                .by(practitioner())
                .then(amendedWithIssue("I2"))
                .leaving(Engagement.InTriage.class);
    }

    @Test
    void the_contact_changes_and_stays_with_the_firm() {
        Contact changed = contact("Max Specimen", "max@invented.example", "020 7946 0003");
        Amended amended =
                first(
                        given(submitted())
                                .when(changeContact(changed))
                                .by(practitioner())
                                .thenAccepted());
        assertThat(amended.requester()).isEqualTo(requester(FIRM, changed));
    }

    @Test
    void a_contact_is_as_complete_as_in_a_request() {
        given(submitted())
                .when(changeContact(contact(null, "max", null)))
                .by(practitioner())
                .thenRefusedWith(
                        broken(REQUIRED, "/contact/name"),
                        broken(EMAIL_MALFORMED, "/contact/email"),
                        broken(REQUIRED, "/contact/telephone"));
    }

    @Test
    void a_coordinator_amends_for_a_litigant_in_person() {
        given(submittedInPerson())
                .when(changeContact(contact("Lee Invented", null, "020 7946 0002")))
                .by(coordinator())
                .thenAccepted();
    }

    @Test
    void notes_are_added() {
        given(submitted())
                .when(add(defenceOnly("To be checked with counsel."), shared("Served late.")))
                .by(practitioner())
                .thenAccepted();
    }

    @Nested
    class Defendants {

        @Test
        void a_new_defendant_and_new_offences_get_the_next_numbers() {
            Amended amended =
                    first(
                            given(submitted())
                                    .when(
                                            amend(
                                                    List.of(defendant()),
                                                    List.of(
                                                            details(
                                                                    "D1",
                                                                    null,
                                                                    null,
                                                                    Request.offence("Affray"))),
                                                    List.of(),
                                                    List.of(),
                                                    List.of()))
                                    .by(practitioner())
                                    .thenAccepted()
                                    .and(
                                            file ->
                                                    assertThat(file.numbering())
                                                            .isEqualTo(
                                                                    new Numbering(2, 5, 1, 0, 0))));
            assertThat(amended.defendants().getFirst().id()).isEqualTo(new DefendantId("D2"));
            assertThat(amended.defendants().getFirst().offences())
                    .extracting(offence -> offence.id().value())
                    .containsExactly("O3", "O4");
            assertThat(amended.details().getFirst().offences())
                    .extracting(offence -> offence.id().value())
                    .containsExactly("O5");
        }

        @Test
        void new_offences_of_several_defendants_are_numbered_through() {
            Amended amended =
                    first(
                            given(submitted(), amendedWithDefendant("D2", "O3"))
                                    .when(
                                            change(
                                                    details("D2", null, null, Request.offence("A")),
                                                    details(
                                                            "D1",
                                                            null,
                                                            null,
                                                            Request.offence("B"))))
                                    .by(practitioner())
                                    .thenAccepted());
            assertThat(amended.details())
                    .flatExtracting(DefendantDetails::offences)
                    .extracting(offence -> offence.id().value())
                    .containsExactly("O4", "O5");
        }

        @Test
        void custody_and_its_time_limit_change() {
            Amended amended =
                    first(
                            given(submitted())
                                    .when(
                                            change(
                                                    details(
                                                            "D1",
                                                            CustodyStatus.CUSTODY,
                                                            "2020-12-01")))
                                    .by(practitioner())
                                    .thenAccepted());
            assertThat(amended.details().getFirst().custody()).isEqualTo(CustodyStatus.CUSTODY);
        }

        @Test
        void what_is_wrong_with_several_changes_comes_back_together() {
            given(submitted())
                    .when(
                            change(
                                    details("D1", CustodyStatus.BAIL, "2020-12-01"),
                                    details("D1", null, null),
                                    details("D7", CustodyStatus.BAIL, null, new NewOffence(null))))
                    .by(practitioner())
                    .thenRefusedWith(
                            broken(
                                    CUSTODY_TIME_LIMIT_WITHOUT_CUSTODY,
                                    "/details/0/custodyTimeLimit"),
                            broken(NAMED_TWICE, "/details/1/defendant"),
                            broken(NOTHING_TO_AMEND, "/details/1"),
                            broken(DEFENDANT_UNKNOWN, "/details/2/defendant"),
                            broken(REQUIRED, "/details/2/offences/0/title"))
                    .saying("There is no such defendant in this engagement.")
                    .saying("The same is named twice.");
        }

        @Test
        void a_new_defendant_may_not_be_charged_yet() {
            given(submitted())
                    .when(
                            addDefendants(
                                    new NewDefendant(
                                            personal("Eva Madeup"),
                                            null,
                                            null,
                                            null,
                                            List.of(),
                                            List.of())))
                    .by(practitioner())
                    .thenAccepted();
        }
    }

    @Nested
    class RequestsForInformation {

        @Test
        void a_request_is_answered_once() {
            given(submitted(), informationRequested("R1"))
                    .when(give(information("R1")))
                    .by(practitioner())
                    .then(informationGiven("R1"));
            given(submitted(), informationRequested("R1"), informationGiven("R1"))
                    .when(give(information("R1")))
                    .by(practitioner())
                    .thenRefused(REQUEST_UNKNOWN, "/information/0/request");
        }

        @Test
        void only_what_was_asked_is_answered() {
            given(submitted(), informationRequested("R1"))
                    .when(give(information("R1"), information("R1"), information("R2")))
                    .by(practitioner())
                    .thenRefusedWith(
                            broken(NAMED_TWICE, "/information/1/request"),
                            broken(REQUEST_UNKNOWN, "/information/2/request"))
                    .saying("There is no such open request for information.");
        }

        @Test
        void an_answer_is_shared() {
            given(submitted(), informationRequested("R1"))
                    .when(give(new InformationGiven(new RequestId("R1"), defenceOnly("No."))))
                    .by(practitioner())
                    .thenRefused(MUST_BE_SHARED, "/information/0/answer/visibility");
        }
    }
}
