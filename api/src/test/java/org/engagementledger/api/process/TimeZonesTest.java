package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.process.Cases.at;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.engagementledger.api.process.ApiClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weekly sessions at three o'clock in London across the change of the clocks on 25 October 2020 are
 * the same in all that is read, wherever the service runs.
 *
 * <p>A demonstration begins after that, and its clock goes forward only. So the owner of the tables
 * writes into the new ledger, behind the service's back, that its clock was moved to 19 October: no
 * part of the product does.
 */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimeZonesTest {

    private static final String COURT = "B01CN00";
    private static final Instant BEGIN = Instant.parse("2020-10-19T09:00:00Z");
    private static final List<String> STARTS =
            List.of("2020-10-22T14:00:00Z", "2020-10-29T15:00:00Z", "2020-11-05T15:00:00Z");
    private static final String PERIOD = "from=2020-10-19&to=2020-11-08&limit=500";
    private static final List<String> ZONES = List.of("America/New_York", "UTC");

    @TempDir private static Path folder;

    /** By the zone of the machine: what was asked, and the body that it was answered with. */
    private static final Map<String, Map<String, String>> READ = new LinkedHashMap<>();

    private static Reply tooLate;
    private static String secret = "";

    @BeforeAll
    static void readEverywhere() throws IOException {
        ServiceHome home = ServiceHome.withAccounts(folder.resolve("home"));
        Map<String, String> properties =
                Map.of(
                        "ledger.programme.weeks", "0",
                        "server.tomcat.accesslog.enabled", "true",
                        "server.tomcat.accesslog.buffered", "false");
        try {
            try (ServiceProcess service =
                    ServiceProcess.start(home, folder.resolve("log"), properties)) {
                long now = System.currentTimeMillis();
                home.tablesAsOwner()
                        .sql()
                        .sql("INSERT INTO ledger.demo_clock (moved_at, offset_ms) VALUES (?, ?)")
                        .params(now, BEGIN.toEpochMilli() - now)
                        .update();
                service.stop();
            }
            for (String zone : ZONES) {
                try (ServiceProcess service =
                        ServiceProcess.startIn(zone, home, folder.resolve("log"), properties)) {
                    if (READ.isEmpty()) {
                        write(service);
                    }
                    READ.put(zone, read(service));
                    service.stop();
                }
            }
        } finally {
            home.stopPostgres();
        }
    }

    @AfterAll
    static void forget() {
        READ.clear();
    }

    /** The sessions, and who has a slot of the first. */
    private static void write(ServiceProcess service) {
        for (String start : STARTS) {
            service.as("coordinator")
                    .post(
                            "/surgeries",
                            "{\"court\":\"%s\",\"start\":\"%s\",\"end\":\"%s\"}"
                                    .formatted(
                                            COURT, start, Instant.parse(start).plusSeconds(10800)))
                    .orFail();
        }
        Cases cases = new Cases();
        String first = cases.putForward(service);
        Reply last =
                service.as("defence")
                        .post(at(first, "booking"), booking("2020-10-22T14:20:00Z"))
                        .orFail();
        service.as("auditor").get("/schedule?day=2020-10-22&" + last.position());
        String late =
                service.as("defence")
                        .post(
                                "/engagements",
                                cases.submission()
                                        .replaceFirst(
                                                "\"hearingDate\":\"[^\"]*\"",
                                                "\"hearingDate\":\"2020-10-22\""))
                        .orFail()
                        .id();
        service.as("triage").post(at(late, "triage"), Cases.putForward()).orFail();
        tooLate = service.as("defence").post(at(late, "booking"), booking("2020-10-22T14:00:00Z"));
        Reply opened =
                service.as("coordinator")
                        .post("/calendars", "{\"kind\":\"COURT\",\"of\":\"%s\"}".formatted(COURT))
                        .orFail();
        secret = opened.body().path("address").asString();
        assertThat(service.as("auditor").get("/calendars?" + opened.position()).orFail().body())
                .hasSize(1);
    }

    private static String booking(String start) {
        return "{\"surgery\":\"%s-2020-10-22T1500\",\"start\":\"%s\"}".formatted(COURT, start);
    }

    private static Map<String, String> read(ServiceProcess service) {
        Map<String, String> read = new LinkedHashMap<>();
        for (String path :
                List.of(
                        "/api/schedule?court=" + COURT + "&" + PERIOD,
                        "/api/availability?court=" + COURT + "&" + PERIOD,
                        "/api/schedule/utilisation?court=" + COURT + "&" + PERIOD,
                        "/api/surgeries/" + COURT + "-2020-10-29T1500",
                        secret)) {
            read.put(
                    path.equals(secret) ? "calendar" : path.replaceAll("[?].*", ""),
                    get(service, path));
        }
        return read;
    }

    private static String get(ServiceProcess service, String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path));
            if (!path.equals(secret)) {
                request.header("Authorization", service.as("auditor").authorization());
            }
            HttpResponse<String> response =
                    client.send(request.build(), BodyHandlers.ofString(UTF_8));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void itMakesNoDifferenceWhereTheServiceRuns() {
        assertThat(READ).containsOnlyKeys(ZONES);
        assertThat(READ.get("UTC")).isEqualTo(READ.get("America/New_York")).hasSize(5);
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(READ.get("America/New_York").get(path));
    }

    private static List<String> texts(JsonNode array, String property) {
        return array.valueStream().map(node -> node.path(property).asString()).toList();
    }

    @Test
    void theScheduleHasThemAtThreeInLondon() {
        JsonNode sessions = json("/api/schedule");

        assertThat(texts(sessions, "start")).containsExactlyElementsOf(STARTS);
        assertThat(texts(sessions, "id"))
                .containsExactly(
                        "B01CN00-2020-10-22T1500",
                        "B01CN00-2020-10-29T1500",
                        "B01CN00-2020-11-05T1500");
        assertThat(texts(sessions, "london"))
                .containsExactly(
                        "15:00 on Thu 22 Oct 2020",
                        "15:00 on Thu 29 Oct 2020",
                        "15:00 on Thu 5 Nov 2020");
        assertThat(texts(sessions.get(0).path("slots"), "state").subList(0, 3))
                .containsExactly("FREE", "BOOKED", "FREE");
    }

    @Test
    void whatCanBeBookedIsTheScheduleButForTheBookedSlot() {
        List<String> expected = new ArrayList<>();
        for (JsonNode session : json("/api/schedule")) {
            for (JsonNode slot : session.path("slots")) {
                if (slot.path("state").asString().equals("FREE")) {
                    expected.add(
                            slot.path("start").asString() + " " + slot.path("london").asString());
                }
            }
        }

        List<String> found =
                json("/api/availability")
                        .valueStream()
                        .map(
                                slot ->
                                        slot.path("start").asString()
                                                + " "
                                                + slot.path("london").asString())
                        .toList();

        assertThat(found).hasSize(26).containsExactlyElementsOf(expected);
    }

    @Test
    void theCalendarHasThemAtThreeInLondon() throws Exception {
        String text = READ.get("America/New_York").get("calendar");
        List<VEvent> events =
                new CalendarBuilder()
                        .build(new ByteArrayInputStream(text.getBytes(UTF_8)))
                        .getComponents("VEVENT");

        assertThat(text)
                .contains(
                        "DTSTART;TZID=Europe/London:20201022T150000\r\n",
                        "DTSTART;TZID=Europe/London:20201029T150000\r\n",
                        "DTSTART;TZID=Europe/London:20201105T150000\r\n",
                        "DTEND;TZID=Europe/London:20201105T180000\r\n");
        assertThat(events.stream().map(TimeZonesTest::start)).containsExactlyElementsOf(STARTS);
        assertThat(events.getFirst().getRequiredProperty("DESCRIPTION").getValue())
                .startsWith("15:20 Engagement ");
    }

    private static String start(VEvent event) {
        return event.<ZonedDateTime>getDateTimeStart().getDate().toInstant().toString();
    }

    @Test
    void whereNoSlotIsInTimeForTheHearingNoneIsNamed() {
        assertThat(tooLate.status()).isEqualTo(422);
        assertThat(tooLate.code()).isEqualTo("SLOT_TOO_LATE");
        assertThat(tooLate.body().at("/errors/0/alternatives")).isEmpty();
        assertThat(tooLate.body().at("/errors/0/detail").asString())
                .endsWith("Free: none in time for the hearing.");
    }

    @Test
    void aCalendarsAddressIsInNoLog() throws IOException {
        String token = secret.replaceAll("/calendars/|\\.ics", "");
        assertThat(token).hasSize(43);
        String logs = "";
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(Files::isRegularFile)
                            .filter(
                                    it ->
                                            it.endsWith("log")
                                                    || it.getFileName()
                                                            .toString()
                                                            .startsWith("access_log"))
                            .toList()) {
                logs += Files.readString(file);
            }
        }

        assertThat(logs).contains("GET /api/schedule?", "Started ").doesNotContain(token);
    }
}
