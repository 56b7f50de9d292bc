package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What almost fits is refused, never bent until it does. */
class ExactValueTest extends OverHttp {

    @Autowired private JdbcClient database;

    @ParameterizedTest
    @ValueSource(strings = {"0.9", "1.0", "\"0\"", "true", "1e30"})
    void aNumberOfAnEventIsAWholeNumber(String sequence) {
        CaseFile file = newCase().putForward();

        Reply reply =
                coordinator.correct(
                        file.path("/corrections"),
                        "{\"sequence\":%s,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"Oh\"}}"
                                .formatted(sequence));

        assertThat(reply.status()).as(reply.text()).isIn(400, 422);
        assertThat(file.history(auditor)).hasSize(2);
    }

    @Test
    void aDayIsNoTime() {
        CaseFile file = newCase().submitted();

        coordinator
                .post(file.path("/hearing"), "{\"newDate\":\"2021-04-01T23:30:00Z\"}")
                .isRefused(422, "MALFORMED /newDate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pattern & Co", "Pattern", "pattern llp", "-", "pättern"})
    void aFirmIsAnIdAndNotAName(String firm) {
        CaseFile file = newCase().submitted();

        coordinator
                .post(
                        file.path("/representation"),
                        "{\"firm\":\"%s\",\"contact\":{\"name\":\"Bo Pattern\",\"telephone\":\"1\"}}"
                                .formatted(firm))
                .isRefused(422, "ID_MALFORMED /firm");
    }

    @Test
    void aLeadIsALoginAndNotAName() {
        coordinator
                .post(
                        "/api/surgeries",
                        """
                        {"court":"B01CN00","start":"2199-01-10T15:00:00Z",
                         "end":"2199-01-10T16:00:00Z","lead":"Alex Lead"}
                        """)
                .isRefused(422, "ID_MALFORMED /lead")
                .saysNothingOf("Alex");
    }

    @Test
    void aCourtThatIsNoCodeIsOutOfScope() {
        coordinator
                .post(
                        "/api/surgeries",
                        """
                        {"court":"B01 CN/00","start":"2199-01-10T15:00:00Z",
                         "end":"2199-01-10T16:00:00Z"}
                        """)
                .isRefused(422, "COURT_OUT_OF_SCOPE /court");
    }

    @Test
    void nobodyIsLeftWithoutAFirmBySilence() {
        CaseFile file = newCase().submitted();
        String contact = "\"contact\":{\"name\":\"Ada Specimen\",\"telephone\":\"1\"}";

        coordinator
                .post(file.path("/representation"), "{%s}".formatted(contact))
                .isRefused(422, "REQUIRED /firm");
        coordinator
                .post(file.path("/representation"), "{\"inPerson\":true,%s}".formatted(contact))
                .isOk(200);
    }

    @Test
    void whatARefusalOrACreationPointsToIsThere() {
        CaseFile file = newCase().submitted();

        Reply second = defence.post("/api/engagements", file.request());
        second.isRefused(409, "ALREADY_ENGAGED /urn");
        String link = second.json().at("/errors/0/link").asString();
        assertThat(link).isEqualTo("/api/engagements/" + file.id());

        defence.get(link + "?at=" + file.id() + "@0").isOk(200);
    }

    @Test
    void anEventNamesAKeyOnlyIfThereWasOne() {
        CaseFile without = newCase().submitted();
        assertThat(hasKey(without.id())).isFalse();

        CaseFile with = newCase();
        Reply reply =
                Login.send(
                        defence.request("/api/engagements")
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "one of its own")
                                .POST(HttpRequest.BodyPublishers.ofString(with.request())));
        reply.isOk(201);
        assertThat(hasKey(reply.json().path("id").asString())).isTrue();
    }

    private boolean hasKey(String engagement) {
        return database.sql(
                        "SELECT jsonb_exists(metadata::jsonb, 'idempotencyKeyHash') FROM ledger.event WHERE aggregate_id = :id")
                .param("id", engagement)
                .query(Boolean.class)
                .list()
                .getFirst();
    }

    @Test
    void aTimeIsKeptInMilliseconds() {
        CaseFile file = newCase().submitted();
        JsonNode submitted = file.history(auditor).getFirst();
        String received = submitted.path("recordedAt").asString();
        String finer = received.replace("Z", "987Z");

        defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\",\"occurredAt\":\"%s\"}"
                                .formatted(finer))
                .isOk(200);
        assertThat(file.history(auditor).getLast().path("occurredAt").asString())
                .isEqualTo(received);
    }
}
