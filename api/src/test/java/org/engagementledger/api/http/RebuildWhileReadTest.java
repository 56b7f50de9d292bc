package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/**
 * All projections are made again, several times, while others write and read: no reader ever finds
 * less than it has seen before, nor anything twice.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RebuildWhileReadTest extends OverHttp {

    private static final int ROUNDS = 3;
    private static final int READERS = 3;

    @Autowired private JdbcClient database;
    @Autowired private TransactionOperations transactions;

    private final AtomicBoolean going = new AtomicBoolean(true);
    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void noGapAndNoMixture() throws Exception {
        CaseFile file = newCase().submitted();
        int before = list(file.id() + "@0").size();
        List<Integer> counts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                readers.add(threads.submit(this::read));
            }
            Future<?> writer = threads.submit(this::write);
            for (int round = 0; round < ROUNDS; round++) {
                for (JsonNode projection : states()) {
                    String name = projection.path("name").asString();
                    login("operator").post("/api/projections/" + name + "/rebuild", "").isOk(202);
                    awaitRebuilt(name, projection.path("lastRebuild").asString(""));
                }
                counts.add(list("").size());
            }
            going.set(false);
            writer.get();
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
        assertThat(counts).isSorted().allMatch(count -> count >= before);
        assertThat(reads).hasValueGreaterThan(ROUNDS * READERS);
    }

    @Test
    void whatAnotherRevisionMadeIsMadeAgainByItself() throws InterruptedException {
        CaseFile file = newCase().submitted();
        int before = list(file.id() + "@0").size();
        for (JsonNode projection : states()) {
            String name = projection.path("name").asString();
            String last = projection.path("lastRebuild").asString("");
            database.sql(
                            """
                            UPDATE query.side SET revision = 0 FROM query.projection
                            WHERE side.name = ? AND projection.name = side.name AND side.side = projection.live
                            """)
                    .param(name)
                    .update();
            JsonNode now = state(name);
            while (now.has("rebuild") || now.path("lastRebuild").asString("").equals(last)) {
                Thread.sleep(20);
                now = state(name);
            }
            assertThat(now.has("lastRebuildSame")).as("compared with another revision").isFalse();
        }
        assertThat(list("").size()).isGreaterThanOrEqualTo(before);
        newCase().putForward();
    }

    /** What is emptied may not be read meanwhile, and nobody waits long for that. */
    @Test
    void whileSomebodyReadsForLongNothingIsMadeAgain() {
        Reply reply =
                transactions.execute(
                        status -> {
                            database.sql("SELECT count(*) FROM query.engagement")
                                    .query(Long.class)
                                    .single();
                            return login("operator")
                                    .post("/api/projections/engagements/rebuild", "");
                        });

        reply.isProblem(503);
        assertThat(reply.header("Retry-After")).isNotEmpty();
        assertThat(reply.json().path("detail").asString()).contains("Somebody has been reading");
        assertThat(state("engagements").has("rebuild")).isFalse();
    }

    private JsonNode state(String name) {
        return states().stream()
                .filter(state -> state.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> states() {
        List<JsonNode> states = new ArrayList<>();
        auditor.get("/api/projections").isOk(200).json().forEach(states::add);
        return states;
    }

    private void awaitRebuilt(String name, String last) throws InterruptedException {
        while (true) {
            JsonNode now = state(name);
            if (!now.has("rebuild") && !now.path("lastRebuild").asString("").equals(last)) {
                assertThat(now.path("lastRebuildSame").asBoolean()).as(name).isTrue();
                return;
            }
            Thread.sleep(20);
        }
    }

    private void write() {
        while (going.get()) {
            newCase().putForward();
        }
    }

    private List<JsonNode> list(String at) {
        List<JsonNode> all = new ArrayList<>();
        String page = "/api/engagements?limit=500" + (at.isEmpty() ? "" : "&at=" + at);
        while (!page.isEmpty()) {
            Reply reply = auditor.get(page).isOk(200);
            reply.json().forEach(all::add);
            page = reply.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
        }
        return all;
    }

    private void read() {
        Map<String, Long> seen = new HashMap<>();
        while (going.get()) {
            List<JsonNode> all = list("");
            assertThat(all).extracting(it -> it.path("id").asString()).doesNotHaveDuplicates();
            assertThat(all).hasSizeGreaterThanOrEqualTo(seen.size());
            for (JsonNode engagement : all) {
                String id = engagement.path("id").asString();
                long version = engagement.path("version").asLong();
                assertThat(version).isGreaterThanOrEqualTo(seen.getOrDefault(id, 0L));
                seen.put(id, version);
            }
            String latest = all.getFirst().path("id").asString();
            JsonNode whole = auditor.get("/api/engagements/" + latest).isOk(200).json();
            assertThat(whole.path("version").asLong()).isGreaterThanOrEqualTo(seen.get(latest));
            reads.incrementAndGet();
        }
    }
}
