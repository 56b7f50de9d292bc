package org.engagementledger.api.process;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.query.projection.Projections;
import org.engagementledger.query.projection.Projections.State;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What each read costs over HTTP in ledgers of different sizes, how fast projections are made again
 * compared with a raw read of the events, and whether what is made again is the same. Prints what
 * it finds; no time is asserted, since none is the same twice.
 *
 * <p>Run by {@code -Dtest=ReadCostBenchmark -Dexcluded.test.groups=none}; {@code
 * -Dscales=10000,100000} for other sizes.
 */
@Tag("benchmark")
class ReadCostBenchmark {

    private static final int WARM_UP = 150;
    private static final int MEASURED = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** By an auditor, unless another account stands before it. */
    private static final List<String> READS =
            List.of(
                    "engagements?limit=50",
                    "engagements?court={court}&limit=50",
                    "engagements?status=PUT_FORWARD&limit=50",
                    "engagements?firm={firm}&limit=50",
                    "engagements?urn={urn}",
                    "engagements?order=DEADLINE&limit=50",
                    "engagements?urgency=CUSTODY&limit=50",
                    "engagements?hearingFrom=2020-11-20&hearingTo=2020-11-20&limit=50",
                    "engagements?hearingFrom=2020-11-16&hearingTo=2020-11-20&limit=50",
                    "engagements/{id}",
                    "engagements/{id}/history?limit=50",
                    "schedule?court={court}&day=2020-11-12",
                    "schedule?court={court}&week=2020-W46",
                    "schedule?lead={lead}&week=2020-W46",
                    "schedule?firm={firm}&week=2020-W46",
                    "events?after={middle}&limit=50",
                    "defence events?after=0&limit=50",
                    "defence events?after={head}&limit=50",
                    "waiting-lists/{court}",
                    "schedule/utilisation?court={court}&from=2020-11-01&to=2020-11-30",
                    "evaluation/summary?court={court}",
                    "evaluation/spared?court={court}",
                    "evaluation/cases?figure=TRIAGED&court={court}&limit=50",
                    "evaluation/cases?figure=TRIAGED&limit=50",
                    "evaluation/contradictions?limit=50",
                    "strategy/progress?asOf=2022-10-01",
                    "strategy/actions/3.6/evidence?limit=50",
                    "evaluation/summary",
                    "evaluation/summary?per=COURT",
                    "evaluation/summary?per=WEEK",
                    "strategy evaluation/summary?per=COURT",
                    "evaluation/spared?per=COURT");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, List<Double>> costs = new LinkedHashMap<>();
    private final List<Long> sizes = new ArrayList<>();

    @Test
    void costOfEachRead(@TempDir Path directory) throws Exception {
        for (String scale : System.getProperty("scales", "10000,100000,1000000").split(",", -1)) {
            Path home = directory.resolve(scale);
            try (ConfigurableApplicationContext service = played(home, scale)) {
                awaitProjections(service);
                measure(service, home);
                rebuild(service);
            }
        }
        System.out.printf("%n%-62s", "Median of a read (ms), at so many events");
        sizes.forEach(size -> System.out.printf(" %,11d", size));
        System.out.printf("   ratio%n");
        costs.forEach(
                (read, medians) -> {
                    System.out.printf("%-62s", read);
                    medians.forEach(median -> System.out.printf(" %11.2f", median));
                    System.out.printf(" %7.2f%n", medians.getLast() / medians.getFirst());
                });
    }

    private static ConfigurableApplicationContext played(Path home, String scale) {
        return new SpringApplicationBuilder(EngagementLedger.class)
                .properties(Map.copyOf(OutOfTheWay.LIMITS))
                .run(
                        "--spring.profiles.active=demo",
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--ledger.play=true",
                        "--ledger.play-scale=" + scale,
                        "--ledger.home=" + home);
    }

    private static void awaitProjections(ConfigurableApplicationContext service)
            throws InterruptedException {
        JdbcClient sql = service.getBean(JdbcClient.class);
        long events = sql.sql("SELECT count(*) FROM ledger.event").query(Long.class).single();
        Projections projections = service.getBean(Projections.class);
        while (service.getBean(Feed.class).head() < events
                || projections.states().stream().anyMatch(it -> it.position() < it.head())) {
            Thread.sleep(200);
        }
    }

    private void measure(ConfigurableApplicationContext service, Path home) throws Exception {
        JdbcClient sql = service.getBean(JdbcClient.class);
        long head = service.getBean(Feed.class).head();
        sizes.add(head);
        Map<String, Object> sample =
                sql.sql(
                                """
                                SELECT engagement_id AS id, urn, court, firm
                                FROM query.engagement
                                WHERE firm IS NOT NULL AND version BETWEEN 6 AND 10
                                ORDER BY md5(engagement_id) LIMIT 1
                                """)
                        .query()
                        .singleRow();
        String lead =
                sql.sql(
                                "SELECT payload::jsonb #>> '{hosts,0,login}' FROM ledger.event WHERE name = 'surgery.SurgeryScheduled' AND payload::jsonb ->> 'court' = ? LIMIT 1")
                        .param(sample.get("court"))
                        .query(String.class)
                        .single();
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        Accounts accounts = new Accounts(home, URI.create("http://127.0.0.1:" + port));
        for (String read : READS) {
            String account = read.contains(" ") ? read.substring(0, read.indexOf(' ')) : "auditor";
            String authorization = accounts.authorization(account);
            String path =
                    read.substring(read.indexOf(' ') + 1)
                            .replace("{id}", sample.get("id").toString())
                            .replace("{urn}", sample.get("urn").toString())
                            .replace("{court}", sample.get("court").toString())
                            .replace("{firm}", sample.get("firm").toString())
                            .replace("{lead}", lead)
                            .replace("{middle}", Long.toString(head / 2))
                            .replace("{head}", Long.toString(head));
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + path))
                            .header("Authorization", authorization)
                            .build();
            take(request, WARM_UP);
            costs.computeIfAbsent(read, it -> new ArrayList<>())
                    .add(median(take(request, MEASURED)));
        }
    }

    /** How long the request took so many times, or as often as fits into the patience. */
    private long[] take(HttpRequest request, int times) throws Exception {
        long[] nanos = new long[times];
        long until = System.nanoTime() + PATIENCE.toNanos();
        int taken = 0;
        while (taken < times && (taken == 0 || System.nanoTime() < until)) {
            long begin = System.nanoTime();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            nanos[taken++] = System.nanoTime() - begin;
            if (response.statusCode() != 200) {
                throw new AssertionError(request.uri() + ": " + response.body());
            }
        }
        return Arrays.copyOf(nanos, taken);
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    private void rebuild(ConfigurableApplicationContext service) throws InterruptedException {
        Projections projections = service.getBean(Projections.class);
        long events = sizes.getLast();
        double raw = rawRead(service.getBean(JdbcClient.class), events);
        System.out.printf("%n%,d events: raw read %,.0f a second%n", events, raw);
        for (State state : projections.states()) {
            long begin = System.nanoTime();
            projections.rebuild(state.name());
            State now = state;
            while (now.lastRebuild() == null || now.rebuild() != null) {
                Thread.sleep(20);
                now =
                        projections.states().stream()
                                .filter(it -> it.name().equals(state.name()))
                                .findFirst()
                                .orElseThrow();
            }
            double rate = events * 1e9 / (System.nanoTime() - begin);
            System.out.printf(
                    "%-16s made again and compared: %,8.0f events a second, %.2f of the raw read; the same: %s%n",
                    state.name(), rate, rate / raw, now.lastRebuildSame());
            if (!Boolean.TRUE.equals(now.lastRebuildSame())) {
                throw new AssertionError(state.name() + " isn't the same when it is made again");
            }
        }
    }

    /** Events a second, read in the order of the feed with all that is in them. */
    private static double rawRead(JdbcClient sql, long events) {
        long begin = System.nanoTime();
        long characters = 0;
        for (long from : LongStream.iterate(0, it -> it < events, it -> it + 5_000).toArray()) {
            characters +=
                    sql
                            .sql(
                                    """
                                    SELECT payload, metadata FROM ledger.feed JOIN ledger.event USING (global_index)
                                    WHERE position > ? AND position <= ?
                                    """)
                            .params(from, from + 5_000)
                            .query(
                                    (row, number) ->
                                            row.getString(1).length() + row.getString(2).length())
                            .list()
                            .stream()
                            .mapToLong(it -> it)
                            .sum();
        }
        System.out.printf("%,d characters of payload and metadata%n", characters);
        return events * 1e9 / (System.nanoTime() - begin);
    }
}
