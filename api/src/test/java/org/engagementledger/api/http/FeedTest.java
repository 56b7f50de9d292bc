package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** All events in one dense order, as pages and as a stream. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FeedTest extends OverHttp {

    private final JdbcClient database;
    private final PlatformTransactionManager transactions;

    FeedTest(@Autowired JdbcClient database, @Autowired PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    private List<JsonNode> all(Login reader) {
        List<JsonNode> all = new ArrayList<>();
        String page = "/api/events?limit=7";
        while (!page.isEmpty()) {
            Reply reply = reader.get(page).isOk(200);
            reply.json().forEach(all::add);
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return all;
    }

    private long head() {
        return all(auditor).size();
    }

    @Test
    void pagesHoldEveryEventOnceInADenseOrder() {
        CaseFile file = newCase().booked();
        auditor.get("/api/events?at=%s@2".formatted(file.id())).isOk(200);
        List<JsonNode> all = all(auditor);
        assertThat(all)
                .extracting(event -> event.path("position").asLong())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(
                        all.stream()
                                .filter(
                                        event ->
                                                event.path("aggregateId")
                                                        .asString()
                                                        .equals(file.id())))
                .extracting(event -> event.path("event").asString())
                .containsExactly(
                        "engagement.Submitted", "engagement.Triaged", "engagement.SlotBooked");
    }

    @Test
    void eachReaderSeesWhatIsTheirs() {
        CaseFile file = newCase().putForward();
        auditor.get("/api/events?at=%s@1".formatted(file.id())).isOk(200);
        assertThat(all(auditor).toString()).contains("weak witness", "Our own draft");
        assertThat(all(prosecutor).toString())
                .contains("weak witness")
                .doesNotContain("Our own draft");
        assertThat(all(coordinator).toString())
                .contains("For both sides")
                .doesNotContain("Our own draft", "weak witness");
        assertThat(all(login("operator")).toString())
                .contains("engagement.Triaged")
                .doesNotContain("Ada Specimen", "facts", "For both sides");
        for (String other : List.of("hmcts", "police", "strategy", "protection")) {
            login(other).get("/api/events").isProblem(403);
        }
    }

    private static final String TO_ANOTHER_FIRM =
            """
            {"firm":"sample-llp","contact":{"name":"Bo Pattern","email":"bo@pattern.cjsm.net","telephone":"1"}}
            """;

    private void awaitWritten(CaseFile file) {
        auditor.get("/api/engagements?limit=1&" + Login.at(file.id())).isOk(200);
    }

    private static List<JsonNode> of(CaseFile file, List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("aggregateId").asString().equals(file.id()))
                .toList();
    }

    @Test
    void aFirmReadsTheEventsOfItsOwnEngagementsAndNothingElse() {
        CaseFile file = newCase().booked();
        defence.post(
                        file.path("/pleas"),
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}")
                .isOk(200);
        prosecutor
                .post(
                        file.path("/pleas/P1/agreement"),
                        """
                        {"victimsViews":{"consideration":"CONSIDERED",
                           "note":{"visibility":"PROSECUTION_ONLY","text":"The shop agrees"}}}
                        """)
                .isOk(200);
        awaitWritten(file);

        List<JsonNode> own = all(defence);
        List<JsonNode> whole = all(auditor);

        assertThat(of(file, own))
                .extracting(event -> event.path("event").asString())
                .containsExactly(
                        "engagement.Submitted",
                        "engagement.Triaged",
                        "engagement.SlotBooked",
                        "engagement.PleaOffered",
                        "engagement.PleaAgreed");
        assertThat(own)
                .allMatch(event -> event.path("aggregateType").asString().equals("engagement"));
        assertThat(own)
                .extracting(event -> event.path("position").asLong())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(of(file, own))
                .extracting(event -> event.path("position").asLong())
                .isEqualTo(
                        of(file, whole).stream()
                                .map(event -> event.path("position").asLong())
                                .toList());
        assertThat(own.toString())
                .contains("Our own draft", "Ada Specimen")
                .doesNotContain("weak witness", "The shop agrees", "PROSECUTION_ONLY")
                .doesNotContain("victimsViews", "idempotencyKeyHash", "claim:");
        assertThat(of(file, all(otherDefence))).isEmpty();
        assertThat(all(otherDefence).toString()).doesNotContain(file.id(), file.urn());
    }

    @Test
    void aQuietFirmsCursorMovesOnAndNothingIsReadTwice() {
        String next =
                otherDefence.get("/api/events?after=" + head()).isOk(200).header("Feed-Position");
        CaseFile file = newCase().booked();
        awaitWritten(file);

        Reply quiet = otherDefence.get("/api/events?after=" + next).isOk(200);
        assertThat(quiet.json()).isEmpty();
        assertThat(quiet.header("Link")).isEmpty();
        assertThat(Long.parseLong(quiet.header("Feed-Position")))
                .isGreaterThanOrEqualTo(Long.parseLong(next) + 5);

        coordinator.post(file.path("/representation"), TO_ANOTHER_FIRM).isOk(200);
        awaitWritten(file);
        Reply news =
                otherDefence
                        .get("/api/events?limit=1&after=" + quiet.header("Feed-Position"))
                        .isOk(200);
        assertThat(news.json().at("/0/event").asString())
                .isEqualTo("engagement.RepresentationTransferred");
        assertThat(news.header("Feed-Position"))
                .isEqualTo(news.json().at("/0/position").asString());
        Reply last = otherDefence.get(link(news)).isOk(200);
        assertThat(last.json()).isEmpty();
        assertThat(last.header("Link")).isEmpty();

        Reply whole = auditor.get("/api/events?limit=3").isOk(200);
        assertThat(whole.header("Feed-Position")).isEqualTo("3");
        assertThat(auditor.get("/api/events?after=99999999").isOk(200).header("Feed-Position"))
                .isEqualTo("99999999");
        assertThat(defence.get("/api/events?after=99999999").isOk(200).header("Feed-Position"))
                .isEqualTo("99999999");
    }

    private static String link(Reply reply) {
        return reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    @Test
    void withTheRepresentationGoAllEventsAndComeBack() {
        CaseFile file = newCase().booked();
        coordinator.post(file.path("/representation"), TO_ANOTHER_FIRM).isOk(200);
        awaitWritten(file);
        assertThat(of(file, all(defence))).isEmpty();
        assertThat(of(file, all(otherDefence))).hasSize(4);

        coordinator
                .correct(
                        file.path("/corrections"),
                        "{\"sequence\":3,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}")
                .isOk(200);
        awaitWritten(file);
        assertThat(of(file, all(defence))).hasSize(5);
        assertThat(of(file, all(otherDefence))).isEmpty();

        coordinator
                .post(
                        file.path("/representation"),
                        "{\"inPerson\":true,\"contact\":{\"name\":\"Sam Placeholder\",\"telephone\":\"2\"}}")
                .isOk(200);
        awaitWritten(file);
        assertThat(of(file, all(defence))).isEmpty();
        assertThat(of(file, all(otherDefence))).isEmpty();
        assertThat(of(file, all(auditor))).hasSize(6);
    }

    @Test
    void aFirmsStreamTellsWhatIsItsOwnAndNothingElse() throws Exception {
        long head = head();
        try (EventStream theirs = new EventStream(otherDefence, "/api/events?after=" + head, null);
                EventStream own = new EventStream(defence, "/api/events?after=" + head, null)) {
            CaseFile file = newCase().booked();
            own.until("engagement.SlotBooked", file.id());
            coordinator.post(file.path("/representation"), TO_ANOTHER_FIRM).isOk(200);
            otherDefence.post(file.path("/booking"), file.booking(1)).isOk(200);
            CaseFile another = newCase().submitted();
            // What happened before may come too, if nobody has looked since.
            theirs.until("engagement.RepresentationTransferred", file.id());
            for (String event : List.of("engagement.SlotReleased", "engagement.SlotBooked")) {
                JsonNode next = theirs.next();
                assertThat(next.path("event").asString()).isEqualTo(event);
                assertThat(next.path("aggregateId").asString()).isEqualTo(file.id());
            }
            JsonNode next = own.next();
            assertThat(next.path("event").asString()).isEqualTo("engagement.Submitted");
            assertThat(next.path("aggregateId").asString()).isEqualTo(another.id());
        }
    }

    /** Rows of before firms were told of don't say whose they are: nobody is shown too little. */
    @Test
    void aFirmWaitsWhileItsEventsAreMadeAgainByAnotherRevision() throws Exception {
        CaseFile file = newCase().submitted();
        awaitWritten(file);
        String after = Long.toString(head() - 2);
        long before = all(defence).size();
        String firms = "UPDATE query.side SET revision = 1 WHERE name = 'histories' AND side = ?";
        int live =
                database.sql("SELECT live FROM query.projection WHERE name = 'histories'")
                        .query(Integer.class)
                        .single();
        EventStream stream =
                new TransactionTemplate(transactions)
                        .execute(
                                status -> {
                                    // Whoever would make it again waits for this row.
                                    database.sql(
                                                    "SELECT FROM query.side WHERE name = 'histories' AND side = ? FOR UPDATE")
                                            .param(1 - live)
                                            .query(row -> {});
                                    TransactionTemplate apart =
                                            new TransactionTemplate(transactions);
                                    apart.setPropagationBehavior(
                                            TransactionDefinition.PROPAGATION_REQUIRES_NEW);
                                    apart.executeWithoutResult(
                                            it -> database.sql(firms).param(live).update());
                                    Reply notYet = defence.get("/api/events");
                                    notYet.isProblem(503);
                                    assertThat(notYet.header("Retry-After")).isNotEmpty();
                                    auditor.get("/api/events").isOk(200);
                                    return listening(defence, after);
                                });
        try (stream) {
            stream.until("engagement.Submitted", file.id());
        }
        assertThat(all(defence)).hasSizeGreaterThanOrEqualTo((int) before);
    }

    private static EventStream listening(Login reader, String last) {
        try {
            return new EventStream(reader, "/api/events", last);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void anOperatorIsntToldWhichFirmEngagesOnWhichCase() {
        CaseFile file = newCase().submitted();
        awaitWritten(file);
        assertThat(all(auditor).toString()).contains("claim:" + file.urn());
        assertThat(all(login("operator")).toString())
                .contains("claim.ClaimTaken", file.id())
                .doesNotContain("claim:", file.urn());
    }

    @Test
    void whatIsAskedAmissIsRefused() {
        auditor.get("/api/events?after=-1").isRefused(422, "POSITION_MALFORMED after");
        auditor.get("/api/events?after=x").isRefused(422, "MALFORMED after");
        auditor.get("/api/events?limit=501").isRefused(422, "PAGE_OUT_OF_RANGE limit");
        Reply beyond = auditor.get("/api/events?after=99999999").isOk(200);
        assertThat(beyond.json()).isEmpty();
        assertThat(beyond.header("Link")).isEmpty();
    }

    @Test
    void aStreamTellsWhatComesAndGoesOnWhereItStopped() throws Exception {
        long head = head();
        CaseFile file;
        try (EventStream stream = new EventStream(auditor, "/api/events?after=" + head, null)) {
            file = newCase().submitted();
            stream.until("engagement.Submitted", file.id());
        }
        newCase().submitted();
        List<JsonNode> all = all(auditor);
        long last = head + 1;
        try (EventStream stream = new EventStream(auditor, "/api/events", Long.toString(last))) {
            JsonNode next = stream.next();
            assertThat(next.path("position").asLong()).isEqualTo(last + 1);
            assertThat(next).isEqualTo(all.get((int) last));
        }
    }

    @Test
    void oneAccountFollowsSoManyStreamsAndNoMore() throws Exception {
        Login operator = login("operator");
        List<EventStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                streams.add(new EventStream(operator, "/api/events", null));
            }
            Reply refused =
                    Login.send(
                            operator.request("/api/events").header("Accept", "text/event-stream"));
            refused.isProblem(429);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            new EventStream(auditor, "/api/events", null).close();
        } finally {
            for (EventStream stream : streams) {
                stream.close();
            }
        }
        for (int i = 0; i < 500; i++) {
            newCase().submitted();
            int status =
                    HttpClient.newHttpClient()
                            .send(
                                    operator.request("/api/events?after=0")
                                            .header("Accept", "text/event-stream")
                                            .build(),
                                    BodyHandlers.ofInputStream())
                            .statusCode();
            if (status == 200) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("Whoever has gone still has a place");
    }

    @Test
    void whoAsksForTheHeadOfAStreamTakesNoPlace() throws Exception {
        Login reader = login("coordinator");
        for (int i = 0; i < 12; i++) {
            Reply head =
                    Login.send(
                            reader.request("/api/events")
                                    .header("Accept", "text/event-stream")
                                    .method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).isEqualTo(200);
        }
        new EventStream(reader, "/api/events", null).close();
    }

    @Test
    void onlyWhoeverMayReadsAStream() throws Exception {
        for (String path : List.of("/api/events", "/api/events?after=-1")) {
            HttpResponse<String> refused =
                    HttpClient.newHttpClient()
                            .send(
                                    login("hmcts")
                                            .request(path)
                                            .header("Accept", "text/event-stream")
                                            .build(),
                                    BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }
}
