package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a history tells of each event: what it changed, and whether it still counts. */
class HistoryReadsTest extends OverHttp {

    private static final String OFFER =
            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}";
    private static final String AGREEMENT = "{\"victimsViews\":{\"consideration\":\"CONSIDERED\"}}";
    private static final String TO_SAMPLE =
            """
            {"firm":"sample-llp","contact":{"name":"Bo Pattern","email":"bo@pattern.cjsm.net",
             "telephone":"020 7946 0001"}}
            """;

    private void correct(CaseFile file, long sequence) {
        coordinator
                .correct(
                        file.path("/corrections"),
                        """
                        {"sequence":%d,"reason":{"visibility":"SHARED","text":"Another case"}}
                        """
                                .formatted(sequence))
                .isOk(200);
    }

    private static List<String> changes(JsonNode entry) {
        List<String> changes = new ArrayList<>();
        for (JsonNode change : entry.path("changes")) {
            changes.add(
                    "%s: %s -> %s"
                            .formatted(
                                    change.path("field").asString(),
                                    change.path("before").asString("none"),
                                    change.path("after").asString("none")));
        }
        return changes;
    }

    private static List<Long> sequences(JsonNode page) {
        List<Long> sequences = new ArrayList<>();
        page.forEach(entry -> sequences.add(entry.path("sequence").asLong()));
        return sequences;
    }

    private static List<String> events(JsonNode page) {
        List<String> events = new ArrayList<>();
        page.forEach(entry -> events.add(entry.path("event").asString()));
        return events;
    }

    @Test
    void eachEventSaysWhatItChanged() {
        CaseFile file = newCase().booked();
        defence.post(file.path("/pleas"), OFFER).isOk(200);

        List<JsonNode> history = file.history(auditor);
        assertThat(changes(history.getFirst()))
                .containsExactly(
                        "status: none -> IN_TRIAGE",
                        "firm: none -> example-and-co",
                        "hearing/date: none -> " + file.hearing(),
                        "defendants/D1: none -> PRESENT",
                        "defendants/D1/custody: none -> BAIL",
                        "defendants/D1/offences/O1: none -> PRESENT",
                        "issues/I1/status: none -> RAISED");
        assertThat(changes(history.get(1)))
                .containsExactly(
                        "status: IN_TRIAGE -> PUT_FORWARD",
                        "issues/I1/status: RAISED -> PUT_FORWARD");
        assertThat(changes(history.get(2)))
                .contains("status: PUT_FORWARD -> BOOKED", "slot/start: none -> " + file.slot());
        assertThat(changes(history.get(3))).containsExactly("pleas/P1/status: none -> OFFERED");
    }

    @Test
    void bothSidesAreToldTheSameChanges() {
        CaseFile file = newCase().booked();
        defence.post(file.path("/pleas"), OFFER).isOk(200);
        prosecutor.post(file.path("/pleas/P1/agreement"), AGREEMENT).isOk(200);

        List<List<String>> all =
                file.history(auditor).stream().map(HistoryReadsTest::changes).toList();
        assertThat(all).hasSize(5);
        for (Login reader : List.of(defence, triage, prosecutor, coordinator)) {
            assertThat(file.history(reader).stream().map(HistoryReadsTest::changes).toList())
                    .isEqualTo(all);
        }
        assertThat(all.toString())
                .doesNotContain("CONSIDERED", "weak", "draft", "nobody comes", "Madeup");
    }

    @Test
    void aCorrectionAndWhatItCorrectsNameEachOther() {
        CaseFile file = newCase().submitted();
        coordinator.post(file.path("/representation"), TO_SAMPLE).isOk(200);
        assertThat(file.history(otherDefence)).hasSize(2);
        correct(file, 1);

        List<JsonNode> history = file.history(defence);
        otherDefence.get(file.path("/history")).isRefused(404, "ENGAGEMENT_UNKNOWN");
        assertThat(changes(history.get(1))).containsExactly("firm: example-and-co -> sample-llp");
        assertThat(history.get(1).path("recordedInErrorBy").asLong(-1)).isEqualTo(2);
        assertThat(history.get(2).at("/facts/sequence").asLong(-1)).isEqualTo(1);
        assertThat(changes(history.get(2))).containsExactly("firm: sample-llp -> example-and-co");
        assertThat(history.getFirst().has("recordedInErrorBy")).isFalse();
    }

    @Test
    void eventsAreFoundByTheirKind() {
        CaseFile file = newCase().booked();
        defence.post(file.path("/pleas"), OFFER).isOk(200);
        defence.post(file.path("/pleas/P1/withdrawal"), "{}").isOk(200);
        defence.post(file.path("/pleas"), OFFER).isOk(200);
        String history = file.historyPath();

        for (String several :
                List.of("&event=PleaOffered&event=SlotBooked", "&event=SlotBooked,PleaOffered")) {
            assertThat(sequences(auditor.get(history + several).isOk(200).json()))
                    .containsExactly(2L, 3L, 5L);
        }
        assertThat(events(defence.get(history + "&event=Submitted").isOk(200).json()))
                .containsExactly("Submitted");
        assertThat(auditor.get(history + "&event=Withdrawn").isOk(200).json()).isEmpty();
        auditor.get(history + "&event=Dan%20Madeup")
                .isRefused(422, "MALFORMED event")
                .saysNothingOf("Madeup");
        auditor.get(history + "&event=SlotAllocated").isRefused(422, "MALFORMED event");
        otherDefence
                .get(file.path("/history?event=Submitted"))
                .isRefused(404, "ENGAGEMENT_UNKNOWN");
    }

    @Test
    void pagesLeadToEachOtherInEitherOrder() {
        CaseFile file = newCase().booked();
        defence.post(file.path("/pleas"), OFFER).isOk(200);
        defence.post(file.path("/pleas/P1/withdrawal"), "{}").isOk(200);
        defence.post(file.path("/pleas"), OFFER).isOk(200);
        String history = file.historyPath() + "&limit=2";

        assertThat(pages(history, "")).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(pages(history, "&order=NEWEST")).containsExactly(5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(pages(history, "&order=NEWEST&from=3")).containsExactly(3L, 2L, 1L, 0L);
        String some = "&event=PleaOffered&event=Triaged&event=Submitted";
        assertThat(pages(history, some)).containsExactly(0L, 1L, 3L, 5L);
        assertThat(pages(history, some + "&order=NEWEST")).containsExactly(5L, 3L, 1L, 0L);
        auditor.get(history + "&order=RANDOM").isRefused(422, "MALFORMED order");
    }

    private List<Long> pages(String history, String more) {
        List<Long> seen = new ArrayList<>();
        String page = history + more;
        for (int i = 0; i < 10 && !page.isEmpty(); i++) {
            Reply reply = auditor.get(page).isOk(200);
            assertThat(reply.json()).hasSizeLessThanOrEqualTo(2);
            seen.addAll(sequences(reply.json()));
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return seen;
    }

    @Test
    void aPageSaysOfWhichVersionItIs() {
        CaseFile file = newCase().booked();
        Reply page = defence.get(file.historyPath() + "&limit=1").isOk(200);
        assertThat(page.header("ETag")).isEqualTo("\"2\"");
        assertThat(defence.get(file.path("/history?from=3")).isOk(200).header("ETag"))
                .isEqualTo("\"2\"");

        HttpRequest.Builder again =
                defence.request(file.historyPath() + "&limit=1").header("If-None-Match", "\"2\"");
        assertThat(Login.send(again.GET()).status()).isEqualTo(304);
    }

    @Test
    void historiesAreMadeAgainAndComeToTheSame() throws InterruptedException {
        CaseFile file = newCase().booked();
        defence.post(file.path("/booking"), file.booking(1)).isOk(200);
        correct(file, 1);
        triage.post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        defence.post(file.path("/booking"), file.booking(2)).isOk(200);
        coordinator.post(file.path("/representation"), TO_SAMPLE).isOk(200);
        otherDefence.post(file.path("/pleas"), OFFER).isOk(200);
        timePasses(Duration.ofMinutes(1));
        otherDefence.post(file.path("/withdrawal"), "{\"reason\":\"NO_LONGER_NEEDED\"}").isOk(200);
        List<JsonNode> before = file.history(auditor);

        login("operator").post("/api/projections/histories/rebuild", "").isOk(202);
        JsonNode made = madeAgain();
        assertThat(made.path("lastRebuildSame").asBoolean()).isTrue();
        assertThat(file.history(auditor)).isEqualTo(before);
    }

    private JsonNode madeAgain() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            for (JsonNode projection : auditor.get("/api/projections").isOk(200).json()) {
                if (projection.path("name").asString().equals("histories")
                        && projection.has("lastRebuild")
                        && !projection.has("rebuild")) {
                    return projection;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("They weren't made again");
    }
}
