package org.engagementledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.engagementledger.api.process.ApiClient.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pilot, played into a demonstration that is started for the first time. */
class PilotPlayedTest {

    private static final Instant END = Instant.parse("2020-11-27T09:00:00Z");
    private static final Map<String, String> PLAY = Map.of("ledger.play", "true");

    @TempDir private static Path folder;

    private static ServiceHome home;
    @AutoClose private static ServiceProcess service;

    /** Where it is played at the same time by another service. */
    private static ServiceHome again;

    @AutoClose private static ServiceProcess first;

    @BeforeAll
    static void play() {
        home = ServiceHome.withAccounts(folder.resolve("data"));
        again = ServiceHome.withAccounts(folder.resolve("again"));
        service = ServiceProcess.launch(home, folder.resolve("log"), PLAY);
        first = ServiceProcess.launch(again, folder.resolve("again-log"), PLAY);
        service.awaitStarted();
        first.awaitStarted();
    }

    /** An event without what is another in each play: its id, its seals, its command's id. */
    private record Told(String aggregate, String event) {}

    private static List<Told> told(ServiceHome played) {
        return played.tables()
                .sql()
                .sql(
                        """
                        SELECT aggregate_id, concat_ws(' ', aggregate_type, aggregate_id, sequence, name,
                                 revision, recorded_at,
                                 regexp_replace(metadata, '"(causation|correlation)Id":"[^"]*"', '', 'g'),
                                 regexp_replace(payload, '"(sealed|commitment)":"[^"]*"', '', 'g'))
                        FROM ledger.event
                        WHERE metadata::jsonb ->> 'channel' = 'pilot'
                        ORDER BY global_index
                        """)
                .query((row, number) -> new Told(row.getString(1), row.getString(2)))
                .list();
    }

    @Test
    void itHasHappened() throws IOException {
        Events events = new Events(pilotRows());
        Map<String, Long> counts =
                events.rows().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Tables.Row::name, TreeMap::new, Collectors.counting()));

        assertThat(counts).hasSize(29);
        assertThat(counts.get("strategy.Adopted")).isEqualTo(26);
        assertThat(counts.get("engagement.Submitted")).isBetween(150L, 200L);
        assertThat(counts.get("surgery.SurgeryScheduled")).isEqualTo(12);
        assertThat(counts.get("engagement.MeetingHeld")).isBetween(50L, 100L);
        assertThat(slots(events)).hasSizeBetween(60, 108);
        events.assertGapless();
        assertThat(Files.readString(folder.resolve("log")))
                .containsPattern("The pilot is played: \\d+ engagements, \\d+ events, [\\d.]+ sec")
                .doesNotContain("ERROR");
    }

    /** Which engagement has which slot: never two the same, and none off the grid. */
    private static Map<String, String> slots(Events events) {
        Map<String, String> holders = new TreeMap<>();
        for (Tables.Row row : events.rows()) {
            String slot = row.aggregate() + " " + row.fact("start");
            switch (row.name()) {
                case "surgery.SlotAllocated" -> {
                    assertThat(slot).matches(".*T1500 2020-11-..T1[567]:[024]0:00.000Z");
                    assertThat(holders.put(slot, row.fact("engagement"))).as(slot).isNull();
                }
                case "surgery.SlotFreed" ->
                        assertThat(holders.remove(slot)).isEqualTo(row.fact("engagement"));
                default -> {}
            }
        }
        return holders;
    }

    private static List<Tables.Row> pilotRows() {
        return home.tables().events().rows().stream()
                .filter(row -> row.metadata().path("channel").asString().equals("pilot"))
                .toList();
    }

    @Test
    void itsClockRunsOnFromTheMorningAfter() {
        Reply clock = service.as("auditor").get("/demo/clock").orFail();
        long rows =
                home.tables()
                        .sql()
                        .sql("SELECT count(*) FROM ledger.demo_clock")
                        .query(Long.class)
                        .single();

        assertThat(Instant.parse(clock.body().path("now").asString()))
                .isAfterOrEqualTo(END)
                .isBefore(END.plusSeconds(86_400));
        assertThat(rows).as("moves of the clock on record: its beginning and its end").isEqualTo(2);
    }

    @Test
    void whoPlayedIsOnRecord() {
        Set<String> who = new HashSet<>();
        pilotRows()
                .forEach(
                        row ->
                                who.add(
                                        row.metadata().path("actor").asString()
                                                + "/"
                                                + row.metadata().path("role").asString()
                                                + "/"
                                                + row.metadata().path("firm").asString("")));

        assertThat(who)
                .contains(
                        "defence/DEFENCE_PRACTITIONER/example-and-co",
                        "other-defence/DEFENCE_PRACTITIONER/sample-llp",
                        "triage/TRIAGE_OFFICER/",
                        "prosecutor/DISTRICT_CROWN_PROSECUTOR/",
                        "coordinator/COORDINATOR/",
                        "programme/SYSTEM/",
                        "triage-in-time/SYSTEM/",
                        "strategy/STRATEGY_LEAD/")
                .hasSize(18);
    }

    @Test
    void inBulkItIsTheSameAmongOthers() throws IOException {
        ServiceHome scaledHome = ServiceHome.withAccounts(folder.resolve("scaled"));
        try (ServiceProcess scaled =
                ServiceProcess.start(
                        scaledHome,
                        folder.resolve("scaled-log"),
                        Map.of("ledger.play", "true", "ledger.play-scale", "20000"))) {
            List<Told> pilot = told(home);
            List<Told> all = told(scaledHome);
            Set<String> ofThePilot =
                    pilot.stream().map(Told::aggregate).collect(Collectors.toSet());

            assertThat(all.stream().filter(event -> ofThePilot.contains(event.aggregate())))
                    .containsExactlyElementsOf(pilot);
            assertThat(all).hasSizeBetween(18_000, 22_000);
            Events events = scaledHome.tables().events();
            events.assertGapless();
            assertThat(slots(events)).hasSizeGreaterThan(60 * 12);
            String engagement =
                    all.stream()
                            .map(Told::event)
                            .filter(event -> event.contains("engagement.Submitted"))
                            .map(event -> event.split(" ", -1)[1])
                            .toList()
                            .getLast();
            Reply history =
                    scaled.as("auditor").get("/engagements/" + engagement + "/history").orFail();
            assertThat(history.body().toString())
                    .as("what was sealed in bulk opens again")
                    .contains("cjsm.net");
        }
    }

    @Test
    void lifeGoesOnAfterIt() {
        service.as("coordinator")
                .post(
                        "/surgeries",
                        """
                        {"court":"B01CN00","start":"2020-12-03T15:00:00Z","end":"2020-12-03T18:00:00Z",
                         "lead":"prosecutor"}
                        """)
                .orFail();
        String engagement =
                service.as("defence")
                        .post(
                                "/engagements",
                                """
                                {"contact":{"name":"Pat Example","email":"pat@example.cjsm.net","telephone":"020 7946 0000"},
                                 "urn":"01zd/03039/20","court":"B01CN00","stage":"PRE_TRIAL","hearingDate":"2020-12-18",
                                 "defendants":[{"name":"Robin Sample","custody":"BAIL","offences":[{"title":"Common assault"}]}],
                                 "issues":[{"category":"DISCLOSURE","matter":"Is there body-worn video?"}]}
                                """)
                        .orFail()
                        .id();
        service.as("triage")
                .post(
                        "/engagements/" + engagement + "/triage",
                        "{\"findings\":[{\"issue\":\"I1\",\"finding\":\"PUT_FORWARD\"}]}")
                .orFail();
        Reply booked =
                service.as("defence")
                        .post(
                                "/engagements/" + engagement + "/booking",
                                """
                                {"surgery":"B01CN00-2020-12-03T1500","start":"2020-12-03T15:20:00Z"}
                                """);

        assertThat(booked.accepted()).as("%s", booked).isTrue();
    }

    @Test
    void itIsPlayedOnce() throws IOException {
        List<Told> once = told(again);
        first.stop();
        Path log = folder.resolve("again-log");
        try (ServiceProcess second = ServiceProcess.start(again, log, PLAY)) {
            second.as("auditor").get("/demo/clock").orFail();
            assertThat(told(again)).isEqualTo(once);
            assertThat(once)
                    .as("the same seed has played the same elsewhere")
                    .isEqualTo(told(home));
            assertThat(Files.readString(log)).containsOnlyOnce("The pilot is played");
        }
    }

    @Test
    void whatWasKilledHalfWayIsNotPlayedOn() throws IOException, InterruptedException {
        ServiceHome killed = ServiceHome.withAccounts(folder.resolve("killed"));
        Path log = folder.resolve("killed-log");
        try (ServiceProcess playing = ServiceProcess.launch(killed, log, PLAY)) {
            Instant patience = Instant.now().plusSeconds(120);
            while (!Files.exists(log)
                    || !Files.readString(log).contains("Playing the pilot: 20 %")) {
                assertThat(Instant.now()).isBefore(patience);
                Thread.sleep(50);
            }
            playing.kill();
        }
        assertThat(Files.readString(log)).doesNotContain("The pilot is played");

        for (Map<String, String> properties : List.of(PLAY, Map.of("ledger.play", "false"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> ServiceProcess.start(killed, log, properties));
            assertThat(Files.readString(log)).contains("that was never finished");
        }
        killed.stopPostgres();
    }
}
