package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.http.Highbury.texts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What sessions and programmes may say, and what is answered if it is said wrongly. */
class SessionRulesTest extends OverHttp {

    private static final String SURGERIES = "/api/surgeries";

    @Autowired private JdbcClient database;

    private static String session(String start, String end, String more) {
        return "{\"court\":\"B01BH00\",\"start\":\"%s\",\"end\":\"%s\"%s}"
                .formatted(start, end, more);
    }

    private static String lead(String login) {
        return "{\"role\":\"LEAD\",\"login\":\"%s\"}".formatted(login);
    }

    @Test
    void timesAreWholeMinutes() {
        coordinator
                .post(SURGERIES, session("2029-03-05T10:00:30Z", "2029-03-05T11:00:30Z", ""))
                .isRefused(422, "NOT_ON_THE_MINUTE /start", "NOT_ON_THE_MINUTE /end");
        CaseFile file = newCase();
        String surgery = file.scheduledSurgery();
        coordinator
                .post(
                        SURGERIES + "/" + surgery + "/move",
                        "{\"start\":\"%s\"}".formatted(file.slot().plusMillis(500)))
                .isRefused(422, "NOT_ON_THE_MINUTE /start");
    }

    @Test
    void aSessionHasSoManySlotsAtMost() {
        String all = ",\"slotMinutes\":1";
        coordinator
                .post(SURGERIES, session("2029-03-05T00:00:00Z", "2029-03-05T23:59:00Z", all))
                .isRefused(422, "TOO_MANY_SLOTS /end");
        coordinator
                .put(
                        "/api/programmes/B01BH00",
                        """
                        {"weekday":"MONDAY","from":"00:00","to":"23:59","slotMinutes":1,
                         "first":"2029-03-05","weeks":26}
                        """)
                .isRefused(422, "TOO_MANY_SLOTS /to");
    }

    @Test
    void aLeadIsOneOfThoseWhoLead() {
        String hosts = ",\"lead\":\"a\",\"hosts\":[%s]";
        String start = "2029-03-06T10:00:00Z";
        String end = "2029-03-06T11:00:00Z";
        coordinator
                .post(SURGERIES, session(start, end, hosts.formatted(lead("b"))))
                .isRefused(422, "LEAD_CONTRADICTED /lead");
        coordinator
                .post(
                        SURGERIES,
                        session(
                                start,
                                end,
                                hosts.formatted("{\"role\":\"LEAD\",\"email\":\"a@cps.example\"}")))
                .isRefused(422, "LEAD_CONTRADICTED /lead");
        String made =
                coordinator
                        .post(
                                SURGERIES,
                                session(start, end, hosts.formatted(lead("b") + "," + lead("a"))))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        awaitShown(made);
        assertThat(
                        texts(
                                coordinator
                                        .get(SURGERIES + "/" + made)
                                        .isOk(200)
                                        .json()
                                        .path("hosts"),
                                "login"))
                .as("Each once, also who is named twice")
                .containsExactly("b", "a");
    }

    @Test
    void whereSomebodyHasASlotSomebodyLeads() {
        CaseFile file = newCase().booked();
        String path = SURGERIES + "/" + file.surgery();
        for (String hosts : List.of("[]", "[{\"role\":\"HMCTS_CONTACT\",\"login\":\"hmcts\"}]")) {
            coordinator
                    .patch(path, "{\"hosts\":%s}".formatted(hosts))
                    .isRefused(409, "NOBODY_LEADS /hosts");
        }
        coordinator.patch(path, "{\"hosts\":[%s]}".formatted(lead("another"))).isOk(200);
    }

    @Test
    void theSameChangeAgainChangesNothing() {
        String path = SURGERIES + "/" + newCase().scheduledSurgery();
        String change =
                """
                {"joinLink":"https://meet.example/1","hosts":[
                  {"role":"LEAD","login":"same","email":"same@cps.example"},
                  {"role":"POLICE_CONTACT","email":"contact@police.example"}]}
                """;
        Reply changed = coordinator.patch(path, change).isOk(200);
        coordinator.patch(path, change).isRefused(422, "NOTHING_TO_CHANGE");
        Reply other =
                coordinator
                        .patch(path, change.replace("same@cps.example", "other@cps.example"))
                        .isOk(200);
        assertThat(other.json().path("version").asLong())
                .isEqualTo(changed.json().path("version").asLong() + 1);
    }

    @Test
    void whoHadAnOfferIsNamedIfItIsWithdrawn() {
        CaseFile file = newCase().offered();
        String block = SURGERIES + "/" + file.surgery() + "/block";
        String reason = "{\"reason\":\"Flooded\"}";
        for (String asked : List.of(block + "?dryRun=true", block)) {
            JsonNode answer = coordinator.post(asked, reason).isOk(200).json();
            assertThat(answer.path("offersWithdrawn").valueStream().map(JsonNode::asString))
                    .containsExactly(file.id());
            assertThat(answer.path("released")).isEmpty();
        }
        CaseFile another = newCase().offered();
        JsonNode moved =
                coordinator
                        .post(
                                SURGERIES + "/" + another.surgery() + "/move",
                                "{\"start\":\"%s\"}"
                                        .formatted(another.slot().plus(Duration.ofHours(1))))
                        .isOk(200)
                        .json();
        assertThat(moved.path("offersWithdrawn").valueStream().map(JsonNode::asString))
                .containsExactly(another.id());
    }

    @Test
    void theTwoHoursThatOctoberHasAreToldApart() {
        for (String[] each :
                new String[][] {
                    {"2029-10-28T00:20:00Z", "B01BH00-2029-10-28T0120", "01:20 BST"},
                    {"2029-10-28T01:20:00Z", "B01BH00-2029-10-28T0120GMT", "01:20 GMT"}
                }) {
            Instant start = Instant.parse(each[0]);
            String id =
                    coordinator
                            .post(
                                    SURGERIES,
                                    session(each[0], start.plusSeconds(1_200).toString(), ""))
                            .isOk(201)
                            .json()
                            .path("id")
                            .asString();
            assertThat(id).isEqualTo(each[1]);
            awaitShown(id);
            JsonNode shown = coordinator.get(SURGERIES + "/" + id).isOk(200).json();
            assertThat(shown.path("london").asString()).isEqualTo(each[2] + " on Sun 28 Oct 2029");
            assertThat(shown.at("/slots/0/london").asString()).startsWith(each[2]);
        }
        assertThat(
                        texts(
                                defence.get("/api/availability?court=B01BH00&day=2029-10-28")
                                        .isOk(200)
                                        .json(),
                                "london"))
                .containsExactly("01:20 BST on Sun 28 Oct 2029", "01:20 GMT on Sun 28 Oct 2029");
    }

    @Test
    void whatIsNoTimeOrNothingIsSaidToBeThat() {
        Reply time =
                coordinator
                        .put(
                                "/api/programmes/B01BH00",
                                "{\"weekday\":\"MONDAY\",\"from\":\"25:00\",\"to\":\"18:00\"}")
                        .isRefused(422, "MALFORMED /from");
        assertThat(time.json().at("/errors/0/detail").asString())
                .isEqualTo("Expected: a time of day such as 15:00.");
        Reply nothing =
                coordinator
                        .patch(SURGERIES + "/" + newCase().scheduledSurgery(), "{\"hosts\":[null]}")
                        .isRefused(422, "REQUIRED /hosts/0");
        assertThat(nothing.json().at("/errors/0/detail").asString())
                .isEqualTo("Required: something other than null.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/availability?day=2029-03-05&court=%s",
                "/api/schedule?day=2029-03-05&court=%s",
                "/api/schedule/utilisation?day=2029-03-05&court=%s",
                "/api/engagements?court=%s",
                "/api/notices?court=%s",
                "/api/waiting-lists/%s",
                "/api/waiting-lists/%s/offers"
            })
    void aCourtThatNobodyKnowsIsNoEmptyAnswer(String path) {
        Reply reply =
                auditor.get(path.formatted("B01ZZ99")).isRefused(422, "COURT_OUT_OF_SCOPE court");
        assertThat(reply.json().at("/errors/0/detail").asString()).contains("(B01BH00)");
        String side = "(SELECT live FROM query.projection WHERE name = 'programmes')";
        database.sql(
                        "INSERT INTO query.programme (side, programme, version, court, state)"
                                + " VALUES (%s, 'programme-B01ZZ99', 0, 'B01ZZ99', '{}')"
                                        .formatted(side))
                .update();
        try {
            assertThat(auditor.get(path.formatted("B01ZZ99")).isOk(200).json())
                    .as("It was in scope once")
                    .isEmpty();
        } finally {
            database.sql("DELETE FROM query.programme WHERE court = 'B01ZZ99'").update();
        }
    }
}
