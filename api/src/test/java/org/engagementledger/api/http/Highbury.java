package org.engagementledger.api.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.domain.casework.LondonTime;
import tools.jackson.databind.JsonNode;

/**
 * Cases and sessions of a court where no other test has any: on days of its own, long after those
 * of all others.
 */
final class Highbury {

    static final String COURT = "B01GU00";

    private static LocalDate next = LocalDate.of(2023, 3, 6);

    private final OverHttp service;
    private final LocalDate first;

    /** A month of its own. */
    Highbury(OverHttp service) {
        this.service = service;
        this.first = month();
    }

    private static synchronized LocalDate month() {
        LocalDate month = next;
        next = next.plusDays(35);
        return month;
    }

    /** So many days after the first. */
    LocalDate day(int number) {
        return first.plusDays(number);
    }

    /** A time of day in London. */
    Instant at(int day, String time) {
        return day(day).atTime(LocalTime.parse(time)).atZone(LondonTime.ZONE).toInstant();
    }

    /** A session of slots of 20 minutes; its id. */
    String session(int day, String time, int slots) {
        return session(COURT, day, time, slots);
    }

    String session(String court, int day, String time, int slots) {
        Instant start = at(day, time);
        String id =
                service.coordinator
                        .post(
                                "/api/surgeries",
                                "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"lead\":\"lead-%s\"}"
                                        .formatted(
                                                court,
                                                start,
                                                start.plus(Duration.ofMinutes(20L * slots)),
                                                time.replace(":", "")))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        service.awaitShown(id);
        return id;
    }

    /** A case that is put forward, with its hearing on that day. */
    CaseFile putForward(int hearing) {
        CaseFile file = service.newCase();
        file.submitted(
                service.defence,
                file.request(day(hearing), "Ada Specimen").replace(CaseFile.COURT, COURT));
        service.triage
                .post(
                        file.path("/triage"),
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .isOk(200);
        service.awaitShown(file.id());
        return file;
    }

    static String booking(String session, Instant start) {
        return "{\"surgery\":\"%s\",\"start\":\"%s\"}".formatted(session, start);
    }

    /** Books, and waits until that is shown. */
    void book(CaseFile file, String session, Instant start) {
        service.defence.post(file.path("/booking"), booking(session, start)).isOk(200);
        service.awaitShown(file.id());
    }

    static List<String> texts(JsonNode array, String property) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.path(property).asString()));
        return texts;
    }
}
