package org.engagementledger.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.http.Highbury.texts;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.engagementledger.domain.casework.LondonTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Calendars that are read by their address. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CalendarsTest extends OverHttp {

    private static final String TO_ANOTHER_FIRM =
            """
            {"firm":"sample-llp","contact":{"name":"Bo Pattern","email":"bo@pattern.cjsm.net","telephone":"1"}}
            """;

    @Autowired private JdbcClient database;

    private record Opened(String id, String address) {}

    private static String asked(String kind, String of) {
        return "{\"kind\":\"%s\",\"of\":\"%s\"}".formatted(kind, of);
    }

    private Opened open(Login owner, String kind, String of) {
        Reply reply = owner.post("/api/calendars", asked(kind, of)).isOk(201);
        Opened opened =
                new Opened(
                        reply.json().path("id").asString(),
                        reply.json().path("address").asString());
        assertThat(opened.address()).matches("/calendars/[A-Za-z0-9_-]{43}\\.ics");
        assertThat(reply.header("Location")).isEqualTo("/api/calendars/" + opened.id());
        awaitShown(opened.id());
        return opened;
    }

    private HttpRequest.Builder request(String address) {
        return defence.anonymous(address).GET();
    }

    private Reply read(Opened calendar) {
        Reply reply = Login.send(request(calendar.address()));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type"))
                .isEqualTo("text/calendar;method=PUBLISH;charset=UTF-8");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-cache, private");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        return reply;
    }

    private static List<VEvent> events(Reply reply) {
        try {
            return new CalendarBuilder()
                    .build(new ByteArrayInputStream(reply.text().getBytes(UTF_8)))
                    .getComponents("VEVENT");
        } catch (Exception unreadable) {
            throw new AssertionError(reply.text(), unreadable);
        }
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static VEvent event(Reply reply, String uid) {
        return events(reply).stream()
                .filter(it -> value(it, "UID").equals(uid + "@engagement-ledger"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reply.text()));
    }

    private static String time(Instant slot) {
        return slot.atZone(LondonTime.ZONE).toLocalTime().toString();
    }

    @Test
    void aCourtsCalendarHasItsSessionsWithReferenceAndTime() {
        CaseFile file = newCase().booked();
        awaitShown(file.id());
        Opened calendar = open(coordinator, "COURT", CaseFile.COURT);

        Reply reply = read(calendar);

        VEvent session = event(reply, file.surgery());
        assertThat(value(session, "SUMMARY"))
                .isEqualTo("Surgery, Bromley Magistrates' Court (1 of 3 slots taken)");
        assertThat(value(session, "DESCRIPTION"))
                .isEqualTo(time(file.slot()) + " Engagement " + file.id());
        assertThat(reply.text())
                .doesNotContain(file.urn(), "Specimen", "Madeup", "example-and-co", "Theft");
        assertThat(events(reply))
                .allMatch(it -> value(it, "LOCATION").equals("Bromley Magistrates' Court"));
    }

    @Test
    void aContactIsntToldWhichEngagementHasASlot() {
        CaseFile file = newCase().booked();
        awaitShown(file.id());
        Login police = login("police");
        Opened calendar = open(police, "COURT", CaseFile.COURT);

        Reply reply = read(calendar);

        assertThat(value(event(reply, file.surgery()), "DESCRIPTION"))
                .isEqualTo(time(file.slot()) + " taken");
        assertThat(reply.text()).doesNotContain(file.id(), file.urn());
    }

    @Test
    void aFirmsCalendarHasItsBookingsAndFollowsThem() {
        CaseFile file = newCase().booked();
        awaitShown(file.id());
        Opened own = open(defence, "FIRM", "example-and-co");
        Opened others = open(otherDefence, "FIRM", "sample-llp");
        VEvent booked = event(read(own), file.id() + "-1");
        assertThat(value(booked, "SUMMARY")).isEqualTo("Engagement " + file.id());
        assertThat(read(own).text()).doesNotContain(file.urn(), "Specimen", "Madeup");
        assertThat(read(others).text()).doesNotContain(file.id());

        defence.post(file.path("/booking"), file.booking(2)).isOk(200);
        awaitShown(file.id());
        VEvent moved = event(read(own), file.id() + "-1");
        assertThat(value(moved, "DTSTART")).isNotEqualTo(value(booked, "DTSTART"));

        coordinator.post(file.path("/representation"), TO_ANOTHER_FIRM).isOk(200);
        awaitShown(file.id());
        assertThat(read(own).text()).doesNotContain(file.id());
        event(read(others), file.id() + "-1");

        otherDefence.post(file.path("/booking/cancellation"), "{}").isOk(200);
        awaitShown(file.id());
        assertThat(read(others).text()).doesNotContain(file.id());
    }

    /** A session of one slot. */
    private String ledBy(String lead, String court) {
        Instant start = newCase().slot();
        String id =
                coordinator
                        .post(
                                "/api/surgeries",
                                "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"lead\":\"%s\"}"
                                        .formatted(court, start, start.plusSeconds(1200), lead))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        awaitShown(id);
        return id;
    }

    @Test
    void aLeadsCalendarHasTheSessionsTheyLead() {
        String bexley = ledBy("prosecutor", "B01BH00");
        String highbury = ledBy("prosecutor", "B01GU00");
        String others = ledBy("another-lead", "B01BH00");
        Opened calendar = open(prosecutor, "LEAD", "prosecutor");

        Reply reply = read(calendar);

        assertThat(value(event(reply, bexley), "SUMMARY"))
                .isEqualTo("Surgery, Bexley Magistrates' Court (0 of 1 slots taken)");
        assertThat(value(event(reply, highbury), "SUMMARY")).startsWith("Surgery, Highbury");
        assertThat(reply.text()).doesNotContain(others);
        assertThat(reply.text()).contains("NAME:Surgeries of a lead\r\n");
    }

    @Test
    void aSecondLeadHasTheSessionInTheirCalendarAndScheduleToo() {
        Instant start = newCase().slot();
        String id =
                coordinator
                        .post(
                                "/api/surgeries",
                                """
                                {"court":"B01BH00","start":"%s","end":"%s",
                                 "hosts":[{"role":"LEAD","login":"first-lead"},
                                          {"role":"LEAD","login":"second-lead"}]}
                                """
                                        .formatted(start, start.plusSeconds(1200)))
                        .isOk(201)
                        .json()
                        .path("id")
                        .asString();
        awaitShown(id);
        String schedule = "/api/schedule?day=%s&lead=".formatted(LondonTime.dateOf(start));

        for (String lead : List.of("first-lead", "second-lead")) {
            event(read(open(coordinator, "LEAD", lead)), id);
            assertThat(texts(coordinator.get(schedule + lead).isOk(200).json(), "id"))
                    .containsExactly(id);
        }

        coordinator
                .patch(
                        "/api/surgeries/" + id,
                        "{\"hosts\":[{\"role\":\"LEAD\",\"login\":\"first-lead\"}]}")
                .isOk(200);
        awaitShown(id);
        assertThat(coordinator.get(schedule + "second-lead").isOk(200).json()).isEmpty();
        assertThat(coordinator.get(schedule + "first-lead").isOk(200).json()).hasSize(1);
    }

    @Test
    void aBlockedSlotIsNoSlotAndASessionOfWhichAllIsBlockedIsCancelled() {
        CaseFile file = newCase();
        String session = file.scheduledSurgery();
        awaitShown(session);
        Opened calendar = open(coordinator, "COURT", CaseFile.COURT);
        String block = "/api/surgeries/%s/block".formatted(session);

        coordinator
                .post(
                        block,
                        "{\"reason\":\"No court room\",\"starts\":[\"%s\"]}".formatted(file.slot()))
                .isOk(200);
        awaitShown(session);
        VEvent some = event(read(calendar), session);
        assertThat(value(some, "SUMMARY"))
                .isEqualTo("Surgery, Bromley Magistrates' Court (0 of 2 slots taken)");
        assertThat(some.getProperty("STATUS")).isEmpty();

        coordinator.post(block, "{\"reason\":\"No court room\"}").isOk(200);
        awaitShown(session);
        VEvent none = event(read(calendar), session);
        assertThat(value(none, "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(none, "SUMMARY"))
                .isEqualTo("Surgery, Bromley Magistrates' Court (cancelled: all of it is blocked)");
    }

    @Test
    void everybodyOpensTheirOwnAndACoordinatorAny() {
        for (String notTheirs :
                List.of(
                        asked("FIRM", "sample-llp"),
                        asked("COURT", CaseFile.COURT),
                        asked("LEAD", "prosecutor"))) {
            defence.post("/api/calendars", notTheirs).isRefused(403, "CALENDAR_NOT_YOURS /of");
        }
        prosecutor
                .post("/api/calendars", asked("LEAD", "someone-else"))
                .isRefused(403, "CALENDAR_NOT_YOURS /of");
        login("police")
                .post("/api/calendars", asked("COURT", "B01BH00"))
                .isRefused(403, "CALENDAR_NOT_YOURS /of");
        for (String closed : List.of("triage", "strategy", "auditor", "protection", "operator")) {
            login(closed).post("/api/calendars", asked("COURT", CaseFile.COURT)).isProblem(403);
        }
        open(coordinator, "FIRM", "sample-llp");
        open(coordinator, "LEAD", "someone-else");
        coordinator
                .post("/api/calendars", asked("COURT", "C99XX99"))
                .isRefused(422, "COURT_OUT_OF_SCOPE /of");
        coordinator.post("/api/calendars", "{}").isRefused(422, "REQUIRED /kind", "REQUIRED /of");
        coordinator
                .post("/api/calendars", asked("FIRM", "Not an id"))
                .isRefused(422, "ID_MALFORMED /of");
        coordinator.post("/api/calendars", asked("PERSON", "x")).isProblem(422);
    }

    @Test
    void anAddressIsToldOnceAndKeptNowhere() {
        String key = "calendar-once";
        Reply first =
                defence.post(
                                "/api/calendars",
                                asked("FIRM", "example-and-co"),
                                "Idempotency-Key",
                                key)
                        .isOk(201);
        Reply again =
                defence.post(
                                "/api/calendars",
                                asked("FIRM", "example-and-co"),
                                "Idempotency-Key",
                                key)
                        .isOk(201);

        String id = first.json().path("id").asString();
        String address = first.json().path("address").asString();
        String secret = address.replaceAll("/calendars/|\\.ics", "");
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(again.json().has("address")).isFalse();
        assertThat(first.json().path("created")).isEmpty();
        assertThat(again.json().path("created")).isEmpty();
        defence.post("/api/calendars", asked("FIRM", "sample-llp"), "Idempotency-Key", key)
                .isRefused(422, "KEY_REUSED");
        awaitShown(id);
        read(new Opened(id, address));
        assertThat(defence.get("/api/calendars/" + id).isOk(200).text()).doesNotContain(secret);
        assertThat(defence.get("/api/calendars?limit=500").isOk(200).text())
                .contains(id)
                .doesNotContain(secret);
        assertThat(auditor.get("/api/events?limit=500").isOk(200).text()).doesNotContain(secret);
        for (String column :
                List.of(
                        "ledger.event AS it",
                        "working.answer AS it",
                        "query.calendar AS it",
                        "ledger.access AS it")) {
            assertThat(
                            database.sql(
                                            "SELECT count(*) FROM %s WHERE it::text LIKE ?"
                                                    .formatted(column))
                                    .param("%" + secret + "%")
                                    .query(Long.class)
                                    .single())
                    .as(column)
                    .isZero();
        }

        Reply trial =
                defence.post("/api/calendars?dryRun=true", asked("FIRM", "example-and-co"))
                        .isOk(200);
        assertThat(trial.json().path("events").toString())
                .isEqualTo("[\"calendar.CalendarOpened\"]");
        assertThat(trial.json().has("address")).isFalse();
        assertThat(trial.json().path("created")).isEmpty();
    }

    @Test
    void aRevokedAddressIsAsOneThatNeverWas() {
        Opened calendar = open(defence, "FIRM", "example-and-co");
        String never = "/calendars/%s.ics".formatted("A".repeat(43));
        String revocation = "/api/calendars/%s/revocation".formatted(calendar.id());
        read(calendar);
        otherDefence.post(revocation, "{}").isRefused(404, "CALENDAR_UNKNOWN");
        prosecutor.post(revocation, "{}").isRefused(404, "CALENDAR_UNKNOWN");
        otherDefence.get("/api/calendars/" + calendar.id()).isRefused(404, "CALENDAR_UNKNOWN");
        defence.post("/api/calendars/nothing/revocation", "{}").isRefused(404, "CALENDAR_UNKNOWN");
        defence.post("/api/calendars/%s/revocation".formatted(surgery()), "{}")
                .isRefused(404, "CALENDAR_UNKNOWN");
        defence.post(revocation, "{}", "If-Match", "\"7\"").isRefused(412, "VERSION_OUTDATED");
        defence.post(revocation + "?dryRun=true", "{}").isOk(200);
        read(calendar);

        defence.post(revocation, "{}").isOk(200);

        awaitShown(calendar.id());
        Reply revoked = Login.send(request(calendar.address())).isProblem(404);
        Reply unknown = Login.send(request(never)).isProblem(404);
        assertThat(revoked.text().replace(calendar.address(), ""))
                .isEqualTo(unknown.text().replace(never, ""));
        defence.post(revocation, "{}").isRefused(409, "CALENDAR_REVOKED");
        JsonNode seen = defence.get("/api/calendars/" + calendar.id()).isOk(200).json();
        assertThat(seen.path("revokedAt").asString()).isNotBlank();
        assertThat(seen.path("version").asInt()).isEqualTo(1);

        Opened another = open(login("police"), "COURT", CaseFile.COURT);
        coordinator.post("/api/calendars/%s/revocation".formatted(another.id()), "{}").isOk(200);
        awaitShown(another.id());
        Login.send(request(another.address())).isProblem(404);
    }

    private String surgery() {
        return newCase().scheduledSurgery();
    }

    @Test
    void whatHasntChangedIsntSentAgain() {
        CaseFile file = newCase().booked();
        awaitShown(file.id());
        Opened calendar = open(defence, "FIRM", "example-and-co");
        Reply first = read(calendar);
        String tag = first.header("ETag");
        assertThat(read(calendar).text()).isEqualTo(first.text());

        Reply same = Login.send(request(calendar.address()).header("If-None-Match", tag));
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.text()).isEmpty();
        assertThat(same.header("ETag")).isEqualTo(tag);
        assertThat(same.header("Cache-Control")).isEqualTo("no-cache, private");
        Reply head =
                Login.send(
                        defence.anonymous(calendar.address())
                                .method("HEAD", BodyPublishers.noBody()));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);

        defence.post(file.path("/booking"), file.booking(1)).isOk(200);
        awaitShown(file.id());
        Reply changed = Login.send(request(calendar.address()).header("If-None-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void whoReadsACalendarIsOnRecordUnderItsId() {
        CaseFile file = newCase().booked();
        awaitShown(file.id());
        Opened calendar = open(defence, "FIRM", "example-and-co");
        String log = "/api/accesses?what=CALENDAR&askedFor=" + calendar.id();
        assertThat(auditor.get(log).isOk(200).json()).isEmpty();

        Reply first = read(calendar);
        Login.send(request(calendar.address()).header("If-None-Match", first.header("ETag")));
        Login.send(request("/calendars/nothing.ics")).isProblem(404);

        JsonNode accesses = auditor.get(log).isOk(200).json();
        assertThat(accesses).hasSize(2);
        assertThat(accesses.get(1).path("actor").asString()).isEqualTo("defence");
        assertThat(accesses.get(1).path("firm").asString()).isEqualTo("example-and-co");
        assertThat(accesses.get(1).path("engagements").toString()).contains(file.id());
        assertThat(accesses.get(0).path("engagements")).as("Nothing new").isEmpty();
        assertThat(auditor.get("/api/accesses?what=CALENDAR&shown=false").isOk(200).json())
                .as("Who asked in vain isn't known")
                .isEmpty();
        assertThat(texts(defence.get(file.path("/accesses")).isOk(200).json(), "what"))
                .contains("CALENDAR");
    }

    @Test
    void openingAndRevokingAreFactsForTheAuditor() {
        Opened calendar = open(defence, "FIRM", "example-and-co");
        defence.post("/api/calendars/%s/revocation".formatted(calendar.id()), "{}").isOk(200);

        List<String> names =
                database.sql(
                                "SELECT name FROM ledger.event WHERE aggregate_id = ? ORDER BY"
                                        + " sequence")
                        .param(calendar.id())
                        .query(String.class)
                        .list();

        assertThat(names).containsExactly("calendar.CalendarOpened", "calendar.CalendarRevoked");
        awaitShown(calendar.id());
        assertThat(texts(auditor.get("/api/calendars?limit=500").isOk(200).json(), "id"))
                .contains(calendar.id());
        assertThat(texts(coordinator.get("/api/calendars?limit=500").isOk(200).json(), "id"))
                .contains(calendar.id());
        assertThat(texts(otherDefence.get("/api/calendars?limit=500").isOk(200).json(), "id"))
                .doesNotContain(calendar.id());
        Login.send(
                        otherDefence
                                .request("/api/calendars?at=%s@0".formatted(calendar.id()))
                                .header("Prefer", "wait=0")
                                .GET())
                .isProblem(503);
    }
}
