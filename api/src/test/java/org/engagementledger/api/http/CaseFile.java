package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.engagementledger.domain.casework.LondonTime;
import tools.jackson.databind.JsonNode;

/** A case that the tests bring as far as they need; all people are made up. */
final class CaseFile {

    static final String COURT = "B01CN00";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** From six to one o'clock: what is moved by an hour ends before the programme's begin too. */
    private static final int MINUTES = 7 * 60;

    private final OverHttp service;
    private final String urn;
    private final Instant slot;
    private final LocalDate hearing;
    private String id = "";
    private String surgery = "";
    private String court = COURT;

    CaseFile(OverHttp service) {
        this.service = service;
        int number = NUMBER.incrementAndGet();
        urn = "01ZD%05d20".formatted(number);
        // A session of its own, which no other case takes and no midnight cuts; before the
        // programme's.
        LocalDate day = LondonTime.dateOf(service.now()).plusDays(2 + number / MINUTES);
        slot =
                LondonTime.startOf(day)
                        .plus(Duration.ofHours(6))
                        .plus(Duration.ofMinutes(number % MINUTES));
        hearing = day.plusDays(30);
    }

    /** At another court than usual. */
    CaseFile at(String otherCourt) {
        court = otherCourt;
        return this;
    }

    String court() {
        return court;
    }

    String id() {
        return id;
    }

    String urn() {
        return urn;
    }

    Instant slot() {
        return slot;
    }

    /** The session in which it can have a slot, once it is scheduled. */
    String surgery() {
        return surgery;
    }

    LocalDate hearing() {
        return hearing;
    }

    String path(String rest) {
        return "/api/engagements/" + id + rest;
    }

    /** A request that breaks no rule. */
    String request() {
        return request(hearing, "Ada Specimen");
    }

    String request(LocalDate hearingDate, String practitioner) {
        return """
        {"contact":{"name":"%s","email":"ada@specimen.cjsm.net","telephone":"020 7946 0000"},
         "urn":"%s","court":"%s","stage":"PRE_TRIAL","hearingDate":"%s",
         "defendants":[{"name":"Dan Madeup","dateOfBirth":"1990-02-28","custody":"BAIL",
                        "offences":[{"title":"Theft from a shop"}]}],
         "issues":[{"category":"WITNESSES","matter":"Who is needed?",
                    "sought":{"visibility":"DEFENCE_ONLY","text":"That nobody comes"}}],
         "notes":[{"visibility":"DEFENCE_ONLY","text":"Our own draft"},
                  {"visibility":"SHARED","text":"For both sides"}]}
        """
                .formatted(practitioner, urn, court, hearingDate);
    }

    /** The same of somebody without a firm, whom a coordinator enters. */
    String requestInPerson() {
        return request()
                .replaceFirst("\\{", "{\"inPerson\":true,")
                .replaceAll("DEFENCE_ONLY", "SHARED")
                .replaceAll("Our own draft", "Nobody's secret");
    }

    CaseFile submitted() {
        return submitted(service.defence, request());
    }

    CaseFile submittedInPerson() {
        return submitted(service.coordinator, requestInPerson());
    }

    /** With a request of its own. */
    CaseFile submitted(Login whose, String request) {
        Reply reply = whose.post("/api/engagements", request).isOk(201);
        id = reply.json().path("id").asString();
        return this;
    }

    CaseFile putForward() {
        submitted();
        service.triage
                .post(
                        path("/triage"),
                        """
                        {"findings":[{"issue":"I1","finding":"PUT_FORWARD","reason":"Not on paper",
                          "reasoning":{"visibility":"PROSECUTION_ONLY","text":"The weak witness"}}]}
                        """)
                .isOk(200);
        return this;
    }

    /** The session with a lead whom no other has: others go on at the same time. */
    String session(String where, Duration length) {
        return "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"lead\":\"%s\"}"
                .formatted(where, slot, slot.plus(length), lead());
    }

    /** Leads the session in which this case can have a slot, and no other. */
    String lead() {
        return "lead-of-" + urn.toLowerCase(Locale.ROOT);
    }

    /** Schedules a session in which this case can have a slot. */
    String scheduledSurgery() {
        Reply reply =
                service.coordinator
                        .post("/api/surgeries", session(court, Duration.ofHours(1)))
                        .isOk(201);
        surgery = reply.json().path("id").asString();
        return surgery;
    }

    String booking(int number) {
        return "{\"surgery\":\"%s\",\"start\":\"%s\"}"
                .formatted(surgery, slot.plus(Duration.ofMinutes(20L * number)));
    }

    CaseFile waiting() {
        putForward();
        service.defence.post(path("/waiting"), "{}").isOk(200);
        return this;
    }

    /** A slot is on offer to it, at a court where nobody else waits. */
    CaseFile offered() {
        at("B01GU00").putForward();
        scheduledSurgery();
        service.endWaitingAt(court);
        service.defence.post(path("/waiting"), "{}").isOk(200);
        service.offer(this, surgery, slot);
        return this;
    }

    CaseFile booked() {
        putForward();
        scheduledSurgery();
        service.defence.post(path("/booking"), booking(0)).isOk(200);
        return this;
    }

    /** Where the history is, with all that has been written. */
    String historyPath() {
        return path("/history?" + Login.at(id));
    }

    /** The whole history as somebody sees it. */
    List<JsonNode> history(Login reader) {
        JsonNode entries = reader.get(historyPath()).isOk(200).json();
        assertThat(entries.isArray()).isTrue();
        List<JsonNode> history = new ArrayList<>();
        entries.forEach(history::add);
        return history;
    }

    /** The facts of the latest event of this kind, as somebody sees them. */
    JsonNode facts(Login reader, String event) {
        return history(reader).stream()
                .filter(entry -> entry.path("event").asString().equals(event))
                .reduce((one, later) -> later)
                .orElseThrow()
                .path("facts");
    }
}
