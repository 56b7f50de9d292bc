package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Two firms read their events, by pages and by streams that break off, while both firms' cases are
 * written by several at a time, change hands, and all histories are made again beneath: nobody
 * misses what is theirs, reads it twice or out of order, or reads what never was theirs.
 *
 * <p>{@code -Dfeed.seed=7} for other cases, {@code -Dfeed.cases=1000} for more of them.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirmsFeedWhileWrittenTest extends OverHttp {

    private static final long SEED = Long.getLong("feed.seed", 20201105L);
    private static final int CASES = Integer.getInteger("feed.cases", 160);
    private static final int WRITERS = 4;
    private static final String OURS = "example-and-co";
    private static final String THEIRS = "sample-llp";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired private JdbcClient database;

    private final AtomicBoolean writing = new AtomicBoolean(true);
    private long begin;

    /** Up to where readers read, once nothing more is written. */
    private volatile long end = Long.MAX_VALUE;

    private LocalDate hearing = LocalDate.EPOCH;

    /** What a reader has been given, in that order. */
    private record Had(String firm, String how, List<JsonNode> events) {}

    @Test
    void nobodyMissesWhatIsTheirs() throws Exception {
        begin = all(auditor, 0).size();
        hearing = now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(60);
        List<Had> read = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Had>> readers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Random random = new Random(SEED + i);
                readers.add(threads.submit(() -> byPages(OURS, defence, random)));
                readers.add(threads.submit(() -> byPages(THEIRS, otherDefence, random)));
                readers.add(threads.submit(() -> byStreams(OURS, defence, random)));
                readers.add(threads.submit(() -> byStreams(THEIRS, otherDefence, random)));
            }
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random random = new Random(SEED + 100 + i);
                writers.add(threads.submit(() -> write(random)));
            }
            Future<?> rebuilding = threads.submit(this::rebuild);
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            rebuilding.get();
            String last = submit(defence);
            auditor.get("/api/engagements?limit=1&at=" + last + "@0").isOk(200);
            end = all(auditor, 0).size();
            for (Future<Had> reader : readers) {
                read.add(reader.get());
            }
        } finally {
            threads.shutdownNow();
        }
        Map<String, Ownership> cases = cases(all(auditor, begin));
        assertThat(read).hasSize(8);
        read.forEach(had -> check(had, cases));
        // Whoever begins now reads the cases that are theirs now, whole, and no others.
        for (Had now :
                List.of(
                        new Had(OURS, "now", all(defence, begin)),
                        new Had(THEIRS, "now", all(otherDefence, begin)))) {
            assertThat(now.events().stream().map(FirmsFeedWhileWrittenTest::position))
                    .containsExactlyElementsOf(
                            cases.values().stream()
                                    .filter(it -> it.firms.getLast().equals(now.firm()))
                                    .flatMap(it -> it.events.stream())
                                    .map(FirmsFeedWhileWrittenTest::position)
                                    .sorted()
                                    .toList());
        }
    }

    // What is written

    private String submit(Login login) {
        String urn = "09FF%05d20".formatted(NUMBER.incrementAndGet());
        return login.post(
                        "/api/engagements",
                        """
                        {"contact":{"name":"Ada Specimen","email":"ada@specimen.cjsm.net","telephone":"1"},
                         "urn":"%s","court":"B01CN00","stage":"PRE_TRIAL","hearingDate":"%s",
                         "defendants":[{"name":"Dan Madeup","custody":"BAIL",
                                        "offences":[{"title":"Theft from a shop"}]}],
                         "issues":[{"category":"WITNESSES","matter":"Who is needed?"}]}
                        """
                                .formatted(urn, hearing))
                .isOk(201)
                .json()
                .path("id")
                .asString();
    }

    private void write(Random random) {
        Map<String, String> owners = new HashMap<>();
        for (int i = 0; i < CASES / WRITERS; i++) {
            String firm = random.nextBoolean() ? OURS : THEIRS;
            owners.put(submit(firm.equals(OURS) ? defence : otherDefence), firm);
            for (int step = 0; step < 4; step++) {
                List<String> cases = new ArrayList<>(owners.keySet());
                String id = cases.get(random.nextInt(cases.size()));
                switch (random.nextInt(4)) {
                    case 0 -> owners.put(id, transferred(id, owners.get(id), random));
                    case 1 -> relist(id, random);
                    default -> offer(id, owners.get(id));
                }
            }
        }
    }

    private void offer(String id, String firm) {
        (firm.equals(OURS) ? defence : otherDefence)
                .post(
                        "/api/engagements/" + id + "/pleas",
                        "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}")
                .isOk(200);
    }

    private void relist(String id, Random random) {
        Reply relisted =
                prosecutor.post(
                        "/api/engagements/" + id + "/hearing",
                        "{\"newDate\":\"%s\"}".formatted(hearing.plusDays(random.nextInt(1, 200))));
        assertThat(relisted.status()).as(relisted.text()).isIn(200, 422);
    }

    /** To the other firm, and sometimes that was in error; whose it is now. */
    private String transferred(String id, String firm, Random random) {
        String other = firm.equals(OURS) ? THEIRS : OURS;
        Reply transferred =
                coordinator
                        .post(
                                "/api/engagements/" + id + "/representation",
                                """
                                {"firm":"%s","contact":{"name":"Bo Pattern","email":"bo@pattern.cjsm.net","telephone":"1"}}
                                """
                                        .formatted(other))
                        .isOk(200);
        if (random.nextInt(3) > 0) {
            return other;
        }
        coordinator
                .correct(
                        "/api/engagements/" + id + "/corrections",
                        "{\"sequence\":%d,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}"
                                .formatted(transferred.json().path("version").asLong()))
                .isOk(200);
        return firm;
    }

    private void rebuild() {
        while (writing.get()) {
            Reply begun = login("operator").post("/api/projections/histories/rebuild", "");
            // While others read it for long there is no place to make it: asked again later.
            assertThat(begun.status()).as(begun.text()).isIn(202, 409, 503);
            try {
                Thread.sleep(300);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    // What is read

    /** The next page begins where the page before says, and nowhere else. */
    private Had byPages(String firm, Login login, Random random) throws InterruptedException {
        List<JsonNode> had = new ArrayList<>();
        long position = begin;
        while (position < end) {
            int limit = random.nextInt(1, 8);
            Reply page =
                    login.get("/api/events?limit=%d&after=%d".formatted(limit, position)).isOk(200);
            page.json().forEach(had::add);
            long next = Long.parseLong(page.header("Feed-Position"));
            assertThat(next).isGreaterThanOrEqualTo(position);
            if (!page.json().isEmpty()) {
                assertThat(next).isGreaterThanOrEqualTo(had.getLast().path("position").asLong());
            }
            assertThat(page.header("Link").isEmpty()).isEqualTo(page.json().size() < limit);
            position = next;
            Thread.sleep(random.nextInt(15));
        }
        return new Had(firm, "pages", had);
    }

    /** A stream is broken off again and again, and goes on after the last event. */
    private Had byStreams(String firm, Login login, Random random)
            throws IOException, InterruptedException {
        List<JsonNode> had = new ArrayList<>();
        boolean more = true;
        while (more) {
            String last =
                    had.isEmpty()
                            ? Long.toString(begin)
                            : had.getLast().path("position").asString();
            try (EventStream stream = new EventStream(login, "/api/events", last)) {
                for (int i = random.nextInt(1, 40); i > 0 && more; i--) {
                    Optional<JsonNode> next = stream.next(() -> end);
                    next.ifPresent(had::add);
                    more = next.isPresent() && position(next.get()) < end;
                }
            }
        }
        return new Had(firm, "streams", had);
    }

    private static List<JsonNode> all(Login reader, long after) {
        List<JsonNode> all = new ArrayList<>();
        String page = "/api/events?limit=500&after=" + after;
        while (!page.isEmpty()) {
            Reply reply = reader.get(page).isOk(200);
            reply.json().forEach(all::add);
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return all;
    }

    // What should have been read

    /** Whose an engagement was after each of its events. */
    private static final class Ownership {
        private final List<String> firms = new ArrayList<>();
        private final List<JsonNode> events = new ArrayList<>();
        private final Map<Long, String> before = new HashMap<>();

        void add(JsonNode event) {
            String now = firms.isEmpty() ? "" : firms.getLast();
            String after =
                    switch (event.path("event").asString()) {
                        case "engagement.Submitted" -> event.path("firm").asString();
                        case "engagement.RepresentationTransferred" -> {
                            before.put(event.path("sequence").asLong(), now);
                            yield event.at("/facts/requester/firm").asString();
                        }
                        case "engagement.RecordedInError" ->
                                before.getOrDefault(event.at("/facts/sequence").asLong(), now);
                        default -> now;
                    };
            firms.add(after);
            events.add(event);
        }

        /** Since it became theirs for good, if it did. */
        List<JsonNode> mustBeReadBy(String firm) {
            int since = firms.size();
            while (since > 0 && firms.get(since - 1).equals(firm)) {
                since--;
            }
            return events.subList(since, events.size());
        }

        /** Until it was theirs for the last time. */
        List<JsonNode> mayBeReadBy(String firm) {
            return events.subList(0, firms.lastIndexOf(firm) + 1);
        }
    }

    private static Map<String, Ownership> cases(List<JsonNode> whole) {
        Map<String, Ownership> cases = new HashMap<>();
        whole.stream()
                .filter(event -> event.path("aggregateType").asString().equals("engagement"))
                .forEach(
                        event ->
                                cases.computeIfAbsent(
                                                event.path("aggregateId").asString(),
                                                id -> new Ownership())
                                        .add(event));
        return cases;
    }

    private static void check(Had had, Map<String, Ownership> cases) {
        Set<Long> must = new HashSet<>();
        Set<Long> may = new HashSet<>();
        for (Ownership ownership : cases.values()) {
            ownership.mustBeReadBy(had.firm()).forEach(it -> must.add(position(it)));
            ownership.mayBeReadBy(had.firm()).forEach(it -> may.add(position(it)));
        }
        List<Long> positions =
                had.events().stream().map(FirmsFeedWhileWrittenTest::position).toList();
        String who = had.firm() + " by " + had.how();
        assertThat(must).as(who).hasSizeGreaterThan(20);
        assertThat(positions).as(who).isSorted().doesNotHaveDuplicates().containsAll(must);
        assertThat(may).as(who).containsAll(positions);
    }

    private static long position(JsonNode event) {
        return event.path("position").asLong();
    }

    // What waiting costs

    /**
     * Whoever waits asks nothing, however much others write; one statement in some time looks for
     * all that wait.
     */
    @Test
    void aStreamThatWaitsCostsLittleWhileOthersWrite() throws Exception {
        hearing = now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(60);
        long head = all(auditor, 0).size();
        List<EventStream> streams = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 10; i++) {
                streams.add(new EventStream(otherDefence, "/api/events?after=" + head, null));
            }
            long before = probes();
            long begun = System.nanoTime();
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                writers.add(threads.submit(() -> submit(defence)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            Thread.sleep(2_000);
            double looks = (probes() - before) / 10.0;
            System.out.printf(
                    "1,000 events of others in %.1f s: each of 10 streams that wait was looked for %.0f times%n",
                    seconds, looks);
            // At most every 50 ms.
            assertThat(looks).isPositive().isLessThan(20 * (seconds + 2) + 1);
            assertThat(streams.getFirst().next(() -> head + 1_000)).isEmpty();
        } finally {
            for (EventStream stream : streams) {
                stream.close();
            }
        }
    }

    /** How often the index was looked into by which a firm's events are found. */
    private long probes() {
        return database.sql(
                        """
                        SELECT coalesce(sum(idx_scan), 0) FROM pg_stat_all_indexes
                        WHERE relname IN ('case_event_0', 'case_event_1') AND indexrelname LIKE '%firm%'
                        """)
                .query(Long.class)
                .single();
    }
}
