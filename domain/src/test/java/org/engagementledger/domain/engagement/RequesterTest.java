package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.casework.Rule.*;
import static org.engagementledger.domain.engagement.Facts.*;
import static org.engagementledger.domain.engagement.Request.offence;
import static org.engagementledger.domain.engagement.Request.request;
import static org.engagementledger.domain.engagement.Scenario.broken;
import static org.engagementledger.domain.engagement.Scenario.given;
import static org.engagementledger.domain.engagement.Words.*;

import java.util.List;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.engagement.detail.*;
import org.engagementledger.domain.engagement.event.Submitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequesterTest {

    private static Scenario.Attempt submitting(Request request) {
        return given().when(request).by(practitioner()).at("2020-11-02T09:00:00Z");
    }

    private static Submitted accepted(Request request) {
        return (Submitted) submitting(request).thenAccepted().events().getFirst();
    }

    @Test
    void a_practitioner_is_reached_by_email_and_by_telephone() {
        submitting(request().contact(contact("Rosa Specimen", null, null)))
                .thenRefusedWith(
                        broken(REQUIRED, "/contact/email"), broken(REQUIRED, "/contact/telephone"));
    }

    @Test
    void only_a_cjsm_address_is_secure() {
        assertThat(accepted(request()).requester().secureEmail()).isTrue();
        Contact plain = contact("Rosa Specimen", "rosa@invented.example", "020 7946 0001");
        assertThat(accepted(request().contact(plain)).requester().secureEmail()).isFalse();
        Contact lookalike = contact("Rosa Specimen", "rosa@evilcjsm.net", "020 7946 0001");
        assertThat(accepted(request().contact(lookalike)).requester().secureEmail()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rosa", "rosa@", "@invented.example", "rosa@invented", "a b@c.de"})
    void what_is_no_address_is_refused_without_repeating_it(String email) {
        submitting(request().contact(contact("Rosa Specimen", email, "020 7946 0001")))
                .thenRefused(EMAIL_MALFORMED, "/contact/email")
                .saying("This isn't an e-mail address.");
    }

    @Test
    void a_name_an_address_and_a_number_are_short_lines() {
        String longer = "x".repeat(201);
        submitting(
                        request()
                                .contact(contact("Rosa\nSpecimen", longer + "@a.example", longer))
                                .defendants(
                                        new NewDefendant(
                                                personal(longer),
                                                null,
                                                null,
                                                null,
                                                List.of(),
                                                List.of(offence(longer)))))
                .thenRefusedWith(
                        broken(LINE_BROKEN, "/contact/name"),
                        broken(TEXT_TOO_LONG, "/contact/email"),
                        broken(TEXT_TOO_LONG, "/contact/telephone"),
                        broken(TEXT_TOO_LONG, "/defendants/0/name"),
                        broken(TEXT_TOO_LONG, "/defendants/0/offences/0/title"));
    }

    @Test
    void a_short_line_has_up_to_two_hundred_characters() {
        submitting(request().contact(contact("x".repeat(200), "a@b.example", "020 7946 0001")))
                .thenAccepted();
    }

    @Test
    void a_text_may_have_four_thousand_characters() {
        submitting(request().notes(shared("x".repeat(4_000)))).thenAccepted();
        submitting(request().notes(shared("x".repeat(4_001))))
                .thenRefused(TEXT_TOO_LONG, "/notes/0/text")
                .saying("A text may have up to 4000 characters.");
    }

    @Test
    void a_coordinator_enters_a_litigant_in_person_who_is_reached_by_either() {
        Contact byTelephone = contact("Lee Invented", null, "020 7946 0002");
        Submitted submitted =
                (Submitted)
                        given().when(request().inPerson().contact(byTelephone))
                                .by(coordinator())
                                .thenAccepted()
                                .events()
                                .getFirst();
        assertThat(submitted.requester().firm()).isNull();
        assertThat(submitted.requester().secureEmail()).isFalse();
    }

    @Test
    void a_litigant_in_person_can_be_reached_somehow() {
        given().when(request().inPerson().contact(contact("Lee Invented", null, null)))
                .by(coordinator())
                .thenRefusedWith(
                        broken(REQUIRED, "/contact/email"), broken(REQUIRED, "/contact/telephone"));
    }

    @Test
    void a_coordinator_enters_nobody_else_and_a_practitioner_nobody_in_person() {
        given().when(request())
                .by(coordinator())
                .thenRefused(IN_PERSON_BY_COORDINATOR, "/inPerson");
        submitting(request().inPerson()).thenRefused(IN_PERSON_BY_COORDINATOR, "/inPerson");
    }

    @Test
    void a_practitioner_without_a_firm_asks_for_nothing() {
        given().when(request())
                .by(new Actor("login-1", Role.DEFENCE_PRACTITIONER, null))
                .thenRefused(FIRM_REQUIRED, "");
    }

    @Test
    void what_is_submitted_is_not_submitted_again() {
        given(submitted())
                .when(request())
                .by(practitioner())
                .thenRefused(ALREADY_SUBMITTED, "")
                .naming("engagement", "engagement-1");
    }

    @Test
    void to_another_firm_an_engagement_does_not_exist() {
        given(submitted())
                .when(request())
                .by(practitionerOf(new FirmId("firm-somewhere-else")))
                .thenRefused(ENGAGEMENT_UNKNOWN, "");
    }
}
