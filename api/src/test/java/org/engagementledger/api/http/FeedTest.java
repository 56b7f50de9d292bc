package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All events in one dense order, as pages and as a stream. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FeedTest extends OverHttp {

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
        defence.get("/api/events").isProblem(403);
        login("hmcts").get("/api/events").isProblem(403);
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
        try (Stream stream = new Stream(auditor, "/api/events?after=" + head, null)) {
            file = newCase().submitted();
            stream.until("engagement.Submitted", file.id());
        }
        newCase().submitted();
        List<JsonNode> all = all(auditor);
        long last = head + 1;
        try (Stream stream = new Stream(auditor, "/api/events", Long.toString(last))) {
            JsonNode next = stream.next();
            assertThat(next.path("position").asLong()).isEqualTo(last + 1);
            assertThat(next).isEqualTo(all.get((int) last));
        }
    }

    @Test
    void onlyWhoeverMayReadsAStream() throws Exception {
        for (String path : List.of("/api/events", "/api/events?after=-1")) {
            HttpResponse<String> refused =
                    HttpClient.newHttpClient()
                            .send(
                                    defence.request(path)
                                            .header("Accept", "text/event-stream")
                                            .build(),
                                    BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(403);
        }
    }

    /** A reader that listens. */
    private static final class Stream implements AutoCloseable {

        private static final JsonMapper JSON = JsonMapper.builder().build();

        private final HttpClient client = HttpClient.newHttpClient();
        private final BufferedReader lines;

        Stream(Login reader, String path, String last) throws IOException, InterruptedException {
            var request = reader.request(path).header("Accept", "text/event-stream");
            if (last != null) {
                request.header("Last-Event-ID", last);
            }
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        JsonNode next() throws IOException {
            String id = "";
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    name = line.substring(6);
                } else if (line.startsWith("data:")) {
                    JsonNode event = JSON.readTree(line.substring(5));
                    assertThat(event.path("position").asString()).isEqualTo(id);
                    assertThat(event.path("event").asString()).isEqualTo(name);
                    return event;
                }
            }
            throw new AssertionError("The stream ended");
        }

        void until(String event, String aggregate) throws IOException {
            JsonNode next = next();
            while (!next.path("event").asString().equals(event)
                    || !next.path("aggregateId").asString().equals(aggregate)) {
                next = next();
            }
        }

        @Override
        public void close() throws IOException {
            client.shutdownNow();
            lines.close();
        }
    }
}
