package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.process.Cases.at;

import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.engagementledger.api.process.ApiClient.Reply;
import org.engagementledger.api.process.Cases.Surgery;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two instances of the service on one PostgreSQL and one Axon Server, which this test doesn't
 * bring: {@code AXON_SERVER} says where one is, and it must be new. Which instance handles a
 * command Axon Server decides, so about half of them are handled by the one that wasn't asked.
 */
@EnabledIfEnvironmentVariable(
        named = "AXON_SERVER",
        matches = ".+:[0-9]+",
        disabledReason = "AXON_SERVER names no new Axon Server (its host and gRPC port)")
@TestMethodOrder(OrderAnnotation.class)
class AxonServerTest {

    private static final int CROWD = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private static final Cases CASES = new Cases();
    private static final List<String> ENGAGEMENTS = new ArrayList<>();

    @AutoClose private static AxonServerStream axonServer;
    @AutoClose private static TwoInstances services;
    private static Path directory;

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        directory = temporary;
        String address = System.getenv("AXON_SERVER");
        axonServer = new AxonServerStream(address);
        assertThat(axonServer.last()).as("the last event of a new Axon Server").isEqualTo(-1);
        services =
                TwoInstances.start(
                        directory,
                        5,
                        Map.of(
                                "spring.profiles.include",
                                "axonserver",
                                "axon.axonserver.servers",
                                address));
        ENGAGEMENTS.addAll(AllAtOnce.run(CROWD, i -> CASES.putForward(services.number(i))));
    }

    @Test
    @Order(1)
    void aCaseLivesOverBothInstances() {
        Surgery surgery = CASES.schedule(services.number(0));
        String id =
                services.number(1)
                        .as("defence")
                        .post("/engagements", CASES.submission())
                        .orFail()
                        .id();
        as(0, "triage").post(at(id, "triage"), Cases.putForward()).orFail();
        as(1, "defence").post(at(id, "booking"), surgery.booking(0)).orFail();
        as(0, "defence").post(at(id, "booking"), surgery.booking(3)).orFail();
        as(1, "defence")
                .post(
                        at(id, "pleas"),
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY_ON_A_BASIS\",\"basis\":\"One push.\"}")
                .orFail();
        as(0, "prosecutor")
                .post(
                        at(id, "pleas/P1/rejection"),
                        "{\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No.\"}}")
                .orFail();
        // What it strikes was written a moment ago: it is looked up where events are written.
        as(1, "coordinator")
                .correct(
                        at(id, "corrections"),
                        "{\"sequence\":6,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"Another case.\"}}")
                .orFail();
        Reply withdrawn =
                as(0, "defence")
                        .post(at(id, "withdrawal"), "{\"reason\":\"SETTLED_ELSEWHERE\"}")
                        .orFail();

        awaitMirrored();
        for (int instance = 0; instance < 2; instance++) {
            assertThat(
                            as(instance, "auditor")
                                    .get(at(id, "history?at=" + id + "@" + withdrawn.version()))
                                    .orFail()
                                    .body()
                                    .valueStream()
                                    .map(entry -> entry.path("event").asString())
                                    .toList())
                    .containsExactly(
                            "Submitted",
                            "Triaged",
                            "SlotBooked",
                            "SlotReleased",
                            "SlotBooked",
                            "PleaOffered",
                            "PleaRejected",
                            "RecordedInError",
                            "SlotReleased",
                            "Withdrawn")
                    .hasSize((int) withdrawn.version() + 1);
        }
        services.tables().events().assertWhole();
    }

    @Test
    @Order(2)
    void oneOfFiftySimultaneousBookingsOfASlotSucceeds() throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            int slot = 2 * round;
            Surgery surgery = CASES.schedule(services.any());

            List<Reply> replies =
                    AllAtOnce.run(
                            CROWD,
                            i ->
                                    as(i, "defence")
                                            .post(
                                                    at(ENGAGEMENTS.get(i), "booking"),
                                                    surgery.booking(slot)));

            List<Reply> lost = replies.stream().filter(reply -> reply.status() != 200).toList();
            assertThat(lost).hasSize(CROWD - 1);
            assertThat(lost).allMatch(reply -> reply.status() == 409);
            assertThat(lost).extracting(Reply::code).containsOnly("SLOT_TAKEN");
            awaitMirrored();
            assertThat(services.tables().eventsOf(surgery.id()).named("surgery.SlotAllocated"))
                    .hasSize(1);
        }
        services.tables().events().assertWhole();
    }

    @Test
    @Order(3)
    void oneOfTwentySimultaneousRequestsOnACaseOpensAnEngagement() throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            String submission = CASES.submission();

            List<Reply> replies =
                    AllAtOnce.run(20, i -> as(i, "defence").post("/engagements", submission));

            assertThat(replies).filteredOn(Reply::accepted).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> !reply.accepted())
                    .allMatch(reply -> reply.status() == 409)
                    .extracting(Reply::code)
                    .containsOnly("ALREADY_ENGAGED");
        }
    }

    @Test
    @Order(4)
    void whatIsUnknownIsUnknownWhicheverInstanceLooksForIt() {
        Surgery surgery = CASES.schedule(services.any());
        for (int i = 0; i < 20; i++) {
            for (String id : List.of(UUID.randomUUID().toString(), surgery.id())) {
                Reply reply = as(i, "triage").post(at(id, "triage"), Cases.putForward());
                assertThat(reply.status()).as("%s", reply).isEqualTo(404);
                assertThat(reply.code()).isEqualTo("ENGAGEMENT_UNKNOWN");
            }
        }
    }

    @Test
    @Order(5)
    void aSurgeryRunsItselfOverBothInstances() throws InterruptedException {
        String court = "B01BH00";
        as(0, "coordinator")
                .put(
                        "/programmes/" + court,
                        """
                        {"weekday":"FRIDAY","from":"10:00","to":"10:40","first":"2020-12-04","last":"2020-12-04","weeks":6,
                         "hosts":[{"role":"LEAD","login":"lead-bexley"}]}
                        """)
                .orFail();
        awaitMirrored();
        String rolled = court + "-2020-12-04T1000";
        as(1, "coordinator").get("/surgeries/%s?at=%s@0".formatted(rolled, rolled)).orFail();
        String waits = waiting(court);
        String surgery = awaitOffer(waits, "");
        as(1, "defence").post(at(waits, "offer/acceptance"), "{}").orFail();

        JsonNode released =
                as(0, "coordinator")
                        .post("/surgeries/" + surgery + "/block", "{\"reason\":\"No judge sits.\"}")
                        .orFail()
                        .body()
                        .path("released");
        assertThat(released.valueStream().map(JsonNode::asString)).containsExactly(waits);
        assertThat(awaitOffer(waits, surgery)).startsWith(court);
        as(0, "defence").post(at(waits, "offer/refusal"), "{}").orFail();
        as(1, "coordinator").post("/surgeries/" + surgery + "/unblock", "{}").orFail();

        Reply calendar =
                as(1, "coordinator")
                        .post("/calendars", "{\"kind\":\"COURT\",\"of\":\"%s\"}".formatted(court))
                        .orFail();
        awaitMirrored();
        as(0, "coordinator")
                .get("/calendars/" + calendar.id() + "?" + calendar.position())
                .orFail();

        for (int instance = 0; instance < 2; instance++) {
            ApiClient auditor = as(instance, "auditor");
            await(
                    () ->
                            auditor.get(at(waits, "correspondence"))
                                            .orFail()
                                            .body()
                                            .valueStream()
                                            .count()
                                    >= 4,
                    "an offer, an invitation, its cancellation and another offer are written");
            await(
                    () ->
                            auditor.get("/policies")
                                    .orFail()
                                    .body()
                                    .valueStream()
                                    .allMatch(
                                            policy ->
                                                    policy.path("behind").asLong() == 0
                                                            && policy.path("parked").isEmpty()),
                    "every policy has acted on all there is");
        }
        assertThat(services.tables().eventsOf(waits).named("engagement.SlotBooked")).hasSize(1);
        services.tables().events().assertWhole();
    }

    /** A new case of that court that waits for a slot. */
    private static String waiting(String court) {
        String id =
                as(1, "defence")
                        .post("/engagements", CASES.submission().replace("B01CN00", court))
                        .orFail()
                        .id();
        as(0, "triage").post(at(id, "triage"), Cases.putForward()).orFail();
        as(1, "defence").post(at(id, "waiting"), "{}").orFail();
        return id;
    }

    /** Until a slot is on offer in another session than that one. */
    private static String awaitOffer(String engagement, String other) throws InterruptedException {
        ApiClient auditor = as(0, "auditor");
        String[] offered = {""};
        await(
                () -> {
                    Reply seen = auditor.get("/engagements/" + engagement);
                    offered[0] = seen.body().at("/waiting/offer/slot/surgery").asString("");
                    return !offered[0].isEmpty() && !offered[0].equals(other);
                },
                "a slot is on offer");
        return offered[0];
    }

    private static void await(BooleanSupplier such, String what) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!such.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(100);
        }
    }

    @Test
    @Order(6)
    void aPlanIsAdoptedAndItsActionsGoOnOverBothInstances() {
        String action = "/strategy/actions/1.1";
        as(0, "strategy").post("/strategy/adoption", "").orFail();
        as(1, "strategy").post(action + "/start", "{}").orFail();
        Reply told =
                as(0, "strategy")
                        .post(
                                action + "/progress",
                                "{\"percent\":30,\"confidence\":\"PROBABLE\",\"reason\":\"Drafted.\"}")
                        .orFail();

        for (int instance = 0; instance < 2; instance++) {
            JsonNode progress =
                    as(instance, "strategy")
                            .get("/strategy/progress?" + told.position())
                            .orFail()
                            .body();
            assertThat(progress.path("actions")).hasSize(26);
            assertThat(progress.at("/actions/0/percent").asInt()).isEqualTo(30);
            as(instance, "prosecutor").get("/evaluation/summary?per=COURT").orFail();
        }
    }

    @Test
    @Order(7)
    void theMirrorIsWhatAxonServerHas() throws Exception {
        awaitMirrored();
        mirrorEqualsStream();
    }

    @Test
    @Order(8)
    void whatIsMadeAgainIsTheSame() throws InterruptedException {
        awaitMirrored();
        as(0, "auditor")
                .get("/projections")
                .orFail()
                .body()
                .forEach(
                        projection ->
                                as(0, "operator")
                                        .post(
                                                "/projections/%s/rebuild"
                                                        .formatted(
                                                                projection.path("name").asString()),
                                                "")
                                        .orFail());
        for (int instance = 0; instance < 2; instance++) {
            Instant end = Instant.now().plus(PATIENCE);
            while (!isMadeAgain(instance)) {
                assertThat(Instant.now()).isBefore(end);
                Thread.sleep(100);
            }
        }
    }

    private boolean isMadeAgain(int instance) {
        return as(instance, "auditor")
                .get("/projections")
                .orFail()
                .body()
                .valueStream()
                .allMatch(
                        state ->
                                !state.has("rebuild")
                                        && state.path("lastRebuildSame").asBoolean(false));
    }

    @Test
    @Order(9)
    void nothingPersonalIsReadableInAxonServer() throws Exception {
        for (Event event : axonServer.all()) {
            assertThat(event.getPayload().getData().toString(UTF_8))
                    .doesNotContain("Pat Example", "pat@example", "Robin Sample", "Common assault");
            assertThat(event.getPayload().getType()).matches("[a-z]+\\.[A-Z][A-Za-z]+");
        }
    }

    @Test
    @Order(10)
    void whenTheInstanceThatMirrorsIsKilledTheOtherGoesOn() throws Exception {
        int mirrors = mirroredByOne() ? 0 : 1;
        int other = mirrors + 1;

        List<Reply> replies =
                AllAtOnce.run(
                        CROWD + 1,
                        i -> {
                            if (i == CROWD) {
                                services.number(mirrors).kill();
                            }
                            return as(other, "defence").post("/engagements", CASES.submission());
                        });

        // What the killed instance had in hand may or may not be written: nobody can say.
        assertThat(replies).extracting(Reply::status).isSubsetOf(201, 503).contains(201);
        for (int i = 0; i < CROWD; i++) {
            Reply reply = as(other, "defence").post("/engagements", CASES.submission());
            assertThat(reply.status()).as("%s", reply).isEqualTo(201);
        }
        awaitMirrored();
        mirrorEqualsStream();
        services.tables().events().assertWhole();
        for (Reply reply : replies) {
            if (reply.accepted()) {
                as(other, "auditor").get(at(reply.id(), "history")).orFail();
            }
        }
    }

    private static boolean mirroredByOne() throws IOException {
        return Files.readString(directory.resolve("one.log")).contains("Mirrors Axon Server");
    }

    private static ApiClient as(int instance, String login) {
        return services.number(instance).as(login);
    }

    /** Until the last event that Axon Server has is in the table. */
    private static void awaitMirrored() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            long last = axonServer.last();
            while (mirrored() < last) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("Mirrored to " + mirrored() + " of " + last);
                }
                Thread.sleep(10);
            }
        } catch (AssertionError e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static long mirrored() {
        return services.tables()
                .sql()
                .sql("SELECT token FROM working.mirror")
                .query(Long.class)
                .single();
    }

    /** An event as both have it, the payload to the byte. */
    private record Stored(
            String id,
            String type,
            String aggregate,
            long sequence,
            long recordedAt,
            String name,
            String revision,
            String payload,
            Map<String, String> metadata) {}

    /** As far as the stream went: policies may write on. */
    private static void mirrorEqualsStream() throws Exception {
        List<Stored> stream = axonServer.all().stream().map(AxonServerTest::stored).toList();
        List<Stored> table =
                services.tables()
                        .sql()
                        .sql(
                                """
                                SELECT event_id, aggregate_type, aggregate_id, sequence, recorded_at, name, revision,
                                       encode(convert_to(payload, 'UTF8'), 'hex') AS payload, metadata
                                FROM ledger.event ORDER BY global_index LIMIT :size
                                """)
                        .param("size", stream.size())
                        .query(
                                (row, number) ->
                                        new Stored(
                                                row.getString("event_id"),
                                                row.getString("aggregate_type"),
                                                row.getString("aggregate_id"),
                                                row.getLong("sequence"),
                                                row.getLong("recorded_at"),
                                                row.getString("name"),
                                                row.getString("revision"),
                                                row.getString("payload"),
                                                metadata(row.getString("metadata"))))
                        .list();

        assertThat(table).hasSameSizeAs(stream).isEqualTo(stream);
    }

    private static Stored stored(Event event) {
        return new Stored(
                event.getMessageIdentifier(),
                event.getAggregateType(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getTimestamp(),
                event.getPayload().getType(),
                event.getPayload().getRevision(),
                HexFormat.of().formatHex(event.getPayload().getData().toByteArray()),
                event.getMetaDataMap().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> text(entry.getValue()))));
    }

    private static String text(MetaDataValue value) {
        return value.getTextValue();
    }

    private static Map<String, String> metadata(String json) {
        Map<String, String> metadata = new TreeMap<>();
        JsonNode tree = JSON.readTree(json);
        tree.propertyNames().forEach(key -> metadata.put(key, tree.path(key).asString()));
        assertThat(new ArrayList<>(tree.propertyNames())).isSorted();
        return metadata;
    }
}
