package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.engagementledger.domain.casework.LondonTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A coordinator sets up a court's sessions once. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ProgrammeOverHttpTest extends OverHttp {

    private static final String BEXLEY = "/api/programmes/B01BH00";

    /** So early in the morning that no other test has a session then. */
    private String programme(LocalDate first, LocalDate last, String link) {
        return """
        {"weekday":"%s","from":"04:00","to":"05:00","first":"%s","last":"%s","weeks":26,
         "hosts":[{"role":"LEAD","login":"lead-3","email":"lead-3@cps.example"}],
         "joinLink":"%s"}
        """
                .formatted(first.getDayOfWeek(), first, last, link);
    }

    private LocalDate tomorrow() {
        return LondonTime.dateOf(now()).plusDays(1);
    }

    /**
     * When no week has a session any more of the programme with which the court began, and no other
     * test one on that day; no bank holiday for as long as the tests look at.
     */
    private LocalDate afterAllOthers() {
        LocalDate december = LocalDate.of(2020, 12, 1);
        return noBankHoliday(
                (tomorrow().isBefore(december) ? december : tomorrow()).plusWeeks(9), 9);
    }

    private JsonNode session(LocalDate day, int version) {
        String id = "B01BH00-%sT0400".formatted(day);
        return coordinator
                .get("/api/surgeries/%s?at=%s@%d".formatted(id, id, version))
                .isOk(200)
                .json();
    }

    @Test
    void itsSessionsAreScheduledAtOnceAndFollowIt() {
        LocalDate first = afterAllOthers();
        LocalDate last = first.plusWeeks(1);
        coordinator.put(BEXLEY, programme(first, last, "https://meet.example/a")).isOk(200);

        for (LocalDate day : List.of(first, last)) {
            JsonNode session = session(day, 0);
            assertThat(session.path("london").asString()).startsWith("04:00 on");
            assertThat(session.path("joinLink").asString()).isEqualTo("https://meet.example/a");
            assertThat(session.at("/hosts/0/email").asString()).isEqualTo("lead-3@cps.example");
            assertThat(session.path("slots")).hasSize(3);
        }
        assertThat(
                        coordinator
                                .get("/api/surgeries/B01BH00-%sT0400".formatted(last.plusWeeks(1)))
                                .status())
                .isEqualTo(404);

        coordinator
                .patch(
                        "/api/surgeries/B01BH00-%sT0400".formatted(last),
                        "{\"joinLink\":\"https://meet.example/own\"}")
                .isOk(200);
        coordinator.put(BEXLEY, programme(first, last, "https://meet.example/b")).isOk(200);

        assertThat(session(first, 1).path("joinLink").asString())
                .isEqualTo("https://meet.example/b");
        assertThat(session(last, 1).path("joinLink").asString())
                .isEqualTo("https://meet.example/own");
    }

    @Test
    void itIsShownAndGuardedByItsVersionAndRepeatedByItsKey() {
        LocalDate first = tomorrow().plusYears(20);
        String body = programme(first, first.plusWeeks(9), "https://meet.example/c");
        Reply set = coordinator.put(BEXLEY, body).isOk(200);
        long version = set.json().path("version").asLong();

        Reply seen = coordinator.get(BEXLEY + "?" + Login.at("programme-B01BH00")).isOk(200);
        assertThat(seen.header("ETag")).isEqualTo("\"%d\"".formatted(version));
        JsonNode shown = seen.json();
        assertThat(shown.path("from").asString()).isEqualTo("04:00:00");
        assertThat(shown.path("weekday").asString()).isEqualTo(first.getDayOfWeek().name());
        assertThat(shown.path("first").asString()).isEqualTo(first.toString());
        assertThat(shown.at("/hosts/0/email").asString()).isEqualTo("lead-3@cps.example");
        assertThat(triage.get(BEXLEY).isOk(200).json().toString()).doesNotContain("@cps.example");

        String end = "{\"last\":\"%s\"}".formatted(first.plus(1, ChronoUnit.WEEKS));
        assertThat(
                        coordinator
                                .post(
                                        BEXLEY + "/end",
                                        end,
                                        "If-Match",
                                        "\"%d\"".formatted(version - 1))
                                .status())
                .isEqualTo(412);
        String key = "end-" + first;
        for (int i = 0; i < 2; i++) {
            Reply ended =
                    coordinator
                            .post(
                                    BEXLEY + "/end",
                                    end,
                                    "If-Match",
                                    "\"%d\"".formatted(version),
                                    "Idempotency-Key",
                                    key)
                            .isOk(200);
            assertThat(ended.json().path("version").asLong()).isEqualTo(version + 1);
        }
    }

    @Test
    void whatIsScheduledAlreadyRemainsAndIsNamedAlsoTheSecondTime() {
        String highbury = "/api/programmes/B01GU00";
        LocalDate first = afterAllOthers().plusWeeks(6);
        LocalDate excepted = first.plusWeeks(1);
        LocalDate last = first.plusWeeks(2);
        String session = "B01GU00-%sT0400";
        String body = programme(first, last, "https://meet.example/d");
        String except = body.replaceFirst("\\{", "{\"except\":[\"%s\"],".formatted(excepted));
        coordinator.put(highbury, except).isOk(200);
        String there = session.formatted(last);
        awaitShown(there);
        assertThat(coordinator.get("/api/surgeries/" + session.formatted(excepted)).status())
                .isEqualTo(404);
        assertThat(
                        coordinator
                                .get(highbury + "?" + Login.at("programme-B01GU00"))
                                .isOk(200)
                                .json()
                                .at("/except/0")
                                .asString())
                .isEqualTo(excepted.toString());

        String later = except.replace("04:00", "04:20").replace("05:00", "05:20");
        Reply foreseen = coordinator.put(highbury + "?dryRun=true", later).isOk(200);
        Reply set = coordinator.put(highbury, later, "Idempotency-Key", "later-" + first).isOk(200);

        assertThat(set.json().path("remaining"))
                .isEqualTo(foreseen.json().path("remaining"))
                .map(JsonNode::asString)
                .contains(session.formatted(first), there);
        assertThat(
                        coordinator
                                .put(highbury, later, "Idempotency-Key", "later-" + first)
                                .isOk(200)
                                .json())
                .isEqualTo(set.json());
        Reply ended =
                coordinator
                        .post(highbury + "/end", "{\"last\":\"%s\"}".formatted(tomorrow()))
                        .isOk(200);
        assertThat(ended.json().path("remaining"))
                .map(JsonNode::asString)
                .contains(session.formatted(first), there);
    }

    @Test
    void whoLeadsAtTwoCourtsAtOneTimeIsNoticedAndWhoLeadsTwiceAtOneIsRefused() {
        CaseFile file = newCase();
        coordinator.post("/api/surgeries", file.session("B01BH00", Duration.ofHours(1))).isOk(201);
        Reply elsewhere =
                coordinator
                        .post("/api/surgeries", file.session("B01GU00", Duration.ofHours(1)))
                        .isOk(201);
        assertThat(elsewhere.json().at("/notices/0/code").asString()).isEqualTo("LEAD_ELSEWHERE");

        String beside =
                file.session("B01GU00", Duration.ofHours(1))
                        .replace(
                                file.slot().toString(),
                                file.slot().plus(Duration.ofMinutes(20)).toString());
        Reply refused =
                coordinator.post("/api/surgeries", beside).isRefused(409, "SESSION_OVERLAPS");
        assertThat(refused.json().at("/errors/0/surgeries/0").asString())
                .isEqualTo(elsewhere.json().path("id").asString());
    }

    @Test
    void whereASessionWasMovedAwayAnotherIsScheduled() {
        CaseFile file = newCase();
        String session = file.session("B01GU00", Duration.ofHours(1));
        Reply first = coordinator.post("/api/surgeries", session).isOk(201);
        String id = first.json().path("id").asString();
        coordinator
                .post(
                        "/api/surgeries/%s/move".formatted(id),
                        "{\"start\":\"%s\"}".formatted(file.slot().plus(Duration.ofDays(40))))
                .isOk(200);

        String key = "again-" + id;
        Reply second =
                coordinator.post("/api/surgeries", session, "Idempotency-Key", key).isOk(201);

        assertThat(second.json().path("id").asString()).isEqualTo(id + "-2");
        assertThat(second.header("Location")).endsWith("/api/surgeries/" + id + "-2");
        assertThat(second.header("Ledger-Position")).isEqualTo(id + "-2@0");
        assertThat(
                        coordinator
                                .post("/api/surgeries", session, "Idempotency-Key", key)
                                .isOk(201)
                                .json())
                .isEqualTo(second.json());
        awaitShown(id + "-2");
        assertThat(
                        coordinator
                                .get("/api/surgeries/%s-2".formatted(id))
                                .isOk(200)
                                .json()
                                .path("start")
                                .asString())
                .isEqualTo(file.slot().toString());
    }

    @Test
    void aRepeatedBlockIsAnsweredAsTheFirst() {
        CaseFile file = newCase().booked();
        String path = "/api/surgeries/%s/block".formatted(file.surgery());
        String body = "{\"reason\":\"No room\"}";
        Reply first = coordinator.post(path, body, "Idempotency-Key", "block-" + file.id());

        Reply again = coordinator.post(path, body, "Idempotency-Key", "block-" + file.id());

        assertThat(again.isOk(200).json()).isEqualTo(first.isOk(200).json());
        assertThat(again.json().at("/released/0").asString()).isEqualTo(file.id());
    }
}
