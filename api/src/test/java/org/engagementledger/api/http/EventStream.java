package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A reader that listens to the feed. */
final class EventStream implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BufferedReader lines;
    private String lastId = "";

    /**
     * Begins to listen, as soon as the account may.
     *
     * @param last the id of the last event that it has; null if it hasn't listened before
     */
    EventStream(Login reader, String path, @Nullable String last)
            throws IOException, InterruptedException {
        var request = reader.request(path).header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        var response = client.send(request.build(), BodyHandlers.ofInputStream());
        // Whoever has gone has a place until that is noticed.
        while (response.statusCode() == 429) {
            Thread.sleep(200);
            response = client.send(request.build(), BodyHandlers.ofInputStream());
        }
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** The next event. */
    JsonNode next() throws IOException {
        return next(() -> Long.MAX_VALUE).orElseThrow();
    }

    /** The next event; empty if it is said that there is none up to a position. */
    Optional<JsonNode> next(LongSupplier end) throws IOException {
        String name = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                lastId = line.substring(3);
            } else if (line.startsWith("event:")) {
                name = line.substring(6);
            } else if (line.equals(":here") && Long.parseLong(lastId) >= end.getAsLong()) {
                return Optional.empty();
            } else if (line.startsWith("data:")) {
                JsonNode event = JSON.readTree(line.substring(5));
                assertThat(event.path("position").asString()).isEqualTo(lastId);
                assertThat(event.path("event").asString()).isEqualTo(name);
                return Optional.of(event);
            }
        }
        throw new IOException("The stream ended");
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
