package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.LondonTime;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A case from its submission to its outcome, as those who act in it ask for it. */
class CaseLifeTest extends OverHttp {

    private static final String LEAD_MET_DEFENCE =
            """
            {"attendees":[{"role":"LEAD_DISTRICT_CROWN_PROSECUTOR","name":"Lee Invented"},
                          {"role":"DEFENCE_PRACTITIONER","name":"Ada Specimen"}],
             "outcomes":[{"issue":"I1","result":"AGREED"}]}
            """;
    private static final String OFFER =
            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY_ON_A_BASIS\","
                    + "\"basis\":\"One item only\"}";
    private static final String AGREEMENT =
            """
            {"victimsViews":{"consideration":"CONSIDERED",
                             "note":{"visibility":"PROSECUTION_ONLY","text":"The shop agrees"}}}
            """;

    @Test
    void aCaseIsToldFromSubmissionToOutcome() {
        CaseFile file = newCase();
        Instant begun = now();
        file.booked();
        moveClockTo(file.slot().plus(Duration.ofMinutes(20)));
        prosecutor.post(file.path("/meeting"), LEAD_MET_DEFENCE).isOk(200);
        defence.post(file.path("/pleas"), OFFER).isOk(200);
        prosecutor.post(file.path("/pleas/P1/agreement"), AGREEMENT).isOk(200);
        moveClockTo(LondonTime.startOf(file.hearing()).plus(Duration.ofHours(11)));
        Reply outcome =
                prosecutor
                        .post(file.path("/outcome"), "{\"result\":\"CRACKED\",\"code\":\"A\"}")
                        .isOk(200);

        List<JsonNode> history = file.history(auditor);
        assertThat(history)
                .extracting(entry -> entry.path("event").asString())
                .containsExactly(
                        "Submitted",
                        "Triaged",
                        "SlotBooked",
                        "MeetingHeld",
                        "Resolved",
                        "PleaOffered",
                        "PleaAgreed",
                        "OutcomeRecorded");
        assertThat(history)
                .extracting(entry -> entry.path("sequence").asLong())
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(outcome.header("ETag")).isEqualTo("\"7\"");
        assertThat(history)
                .extracting(entry -> entry.path("actor").asString())
                .containsExactly(
                        "defence",
                        "triage",
                        "defence",
                        "prosecutor",
                        "prosecutor",
                        "defence",
                        "prosecutor",
                        "prosecutor");
        assertThat(history)
                .extracting(entry -> entry.path("role").asString())
                .startsWith("DEFENCE_PRACTITIONER", "TRIAGE_OFFICER")
                .endsWith("DISTRICT_CROWN_PROSECUTOR");
        assertThat(history).allMatch(entry -> entry.path("channel").asString().equals("http"));
        assertThat(history)
                .extracting(entry -> entry.path("reason").asString(""))
                .containsExactly("", "", "", "", "", "", "", "CRACKED:A");
        assertThat(history.getFirst().path("firm").asString()).isEqualTo("example-and-co");
        assertThat(history.get(1).path("firm").asString("")).isEmpty();
        assertThat(instants(history, "recordedAt")).isSorted().allMatch(at -> !at.isBefore(begun));
        assertThat(instants(history, "occurredAt").get(3)).isEqualTo(file.slot());
        assertThat(history)
                .extracting(entry -> entry.path("eventId").asString())
                .doesNotContain("")
                .doesNotHaveDuplicates();
        assertThat(history).noneMatch(entry -> entry.path("recordedInError").asBoolean());
    }

    private static List<Instant> instants(List<JsonNode> history, String property) {
        return history.stream()
                .map(entry -> Instant.parse(entry.path(property).asString()))
                .toList();
    }

    @Test
    void whatOneCommandWritesFollowsFromThatCommand() {
        CaseFile file = newCase().booked();
        moveClockTo(file.slot().plus(Duration.ofMinutes(20)));
        prosecutor.post(file.path("/meeting"), LEAD_MET_DEFENCE).isOk(200);

        List<JsonNode> history = file.history(auditor);
        String meeting = history.get(3).path("causationId").asString();
        assertThat(meeting).isNotBlank();
        assertThat(history.get(4).path("causationId").asString()).isEqualTo(meeting);
        assertThat(history.get(4).path("correlationId").asString()).isEqualTo(meeting);
        assertThat(history.get(2).path("causationId").asString()).isNotEqualTo(meeting);
    }

    @Test
    void aSubmissionIsCreatedWithAPlaceAndAVersion() {
        CaseFile file = newCase();
        Reply reply = defence.post("/api/engagements", file.request()).isOk(201);

        String id = reply.json().path("id").asString();
        assertThat(reply.header("Location")).isEqualTo("/api/engagements/" + id);
        assertThat(reply.header("ETag")).isEqualTo("\"0\"");
        assertThat(reply.json().path("version").asLong()).isZero();
        assertThat(reply.json().path("notices")).isEmpty();
    }

    @Test
    void theSameKeyMakesTheSameEngagement() {
        String id =
                Login.send(withKey("key-1", newCase().request()))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();

        Login.send(withKey("key-1", newCase().request())).isRefused(422, "KEY_REUSED");
        assertThat(
                        Login.send(withKey("key-2", newCase().request()))
                                .isOk(201)
                                .json()
                                .path("id")
                                .asString())
                .isNotEqualTo(id);
    }

    private HttpRequest.Builder withKey(String key, String json) {
        return defence.request("/api/engagements")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(json));
    }

    @Test
    void whatComesIntoBeingHasAnId() {
        CaseFile file = newCase().submitted();
        Reply offered = defence.post(file.path("/pleas"), OFFER).isOk(200);
        Reply asked =
                triage.post(
                                file.path("/information-requests"),
                                """
                                {"of":"DEFENCE","what":"The alibi's address",
                                 "why":{"visibility":"SHARED","text":"To check it"}}
                                """)
                        .isOk(200);

        assertThat(offered.json().path("created").path(0).asString()).isEqualTo("P1");
        assertThat(asked.json().path("created").path(0).asString()).isEqualTo("R1");
    }

    @Test
    void aTrialThatIsTooNearIsAcceptedAndSaysSo() {
        CaseFile file = newCase();
        Reply reply =
                defence.post(
                                "/api/engagements",
                                file.request(LondonTime.dateOf(now()).plusDays(9), "Ada Specimen"))
                        .isOk(201);

        assertThat(reply.json().path("notices"))
                .singleElement()
                .satisfies(
                        notice -> {
                            assertThat(notice.path("code").asString()).isEqualTo("SHORT_NOTICE");
                            assertThat(notice.path("detail").asString()).isNotBlank();
                        });
    }

    @Test
    void aHearingThatMovesBeforeTheSlotStrandsIt() {
        CaseFile file = newCase().booked();
        Reply reply =
                coordinator
                        .post(
                                file.path("/hearing"),
                                "{\"newDate\":\"%s\"}".formatted(LondonTime.dateOf(file.slot())))
                        .isOk(200);

        assertThat(reply.json().path("notices").path(0).path("code").asString())
                .isEqualTo("SLOT_STRANDED");
        assertThat(file.facts(defence, "HearingRelisted").path("strandedSlot").path("start"))
                .isEqualTo(file.facts(defence, "SlotBooked").path("slot").path("start"));
    }

    @Test
    void aTakenSlotNamesTheFreeOnes() {
        CaseFile first = newCase().booked();
        CaseFile second = newCase().putForward();

        Reply taken =
                defence.post(second.path("/booking"), first.booking(0))
                        .isRefused(409, "SLOT_TAKEN /start");
        assertThat(taken.json().path("errors").path(0).path("alternatives"))
                .extracting(JsonNode::asString)
                .as("The nearest, which may be such as other tests have left")
                .isNotEmpty()
                .doesNotContain(first.slot().toString());
        defence.post(second.path("/booking"), first.booking(1)).isOk(200);
        defence.post(first.path("/booking/cancellation"), "{}").isOk(200);
        defence.post(second.path("/booking"), first.booking(0)).isOk(200);
    }

    @Test
    void aSecondRequestNamesTheFirst() {
        CaseFile file = newCase().submitted();

        Reply second =
                defence.post("/api/engagements", file.request())
                        .isRefused(409, "ALREADY_ENGAGED /urn");
        assertThat(second.json().path("errors").path(0).path("engagement").path(0).asString())
                .isEqualTo(file.id());
    }

    @Test
    void aHistoryIsReadPageByPage() {
        CaseFile file = newCase().booked();
        Reply first = defence.get(file.historyPath() + "&limit=2").isOk(200);

        assertThat(first.json()).hasSize(2);
        assertThat(first.header("Link"))
                .isEqualTo("<%s>; rel=\"next\"".formatted(file.path("/history?limit=2&from=2")));
        Reply last = defence.get(file.path("/history?from=2&limit=2")).isOk(200);
        assertThat(last.json()).hasSize(1);
        assertThat(last.headers().firstValue("Link")).isEmpty();
        assertThat(defence.get(file.path("/history?limit=3")).headers().firstValue("Link"))
                .isEmpty();
        assertThat(defence.get(file.path("/history?from=3")).isOk(200).json()).isEmpty();
    }

    @Test
    void whatWasRecordedInErrorStaysAndSaysSo() {
        CaseFile file = newCase().submitted();
        defence.post(file.path("/withdrawal"), "{\"reason\":\"SUBMITTED_BY_MISTAKE\"}").isOk(200);
        coordinator
                .correct(
                        file.path("/corrections"),
                        "{\"sequence\":1,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"Wrong case\"}}")
                .isOk(200);

        assertThat(file.history(defence))
                .extracting(entry -> entry.path("recordedInError").asBoolean())
                .containsExactly(false, true, false);
        defence.post(file.path("/pleas"), OFFER).isOk(200);
    }
}
