package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.stream.Stream;

/** Somebody who listens to the feed, line by line. */
final class Listening implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Stream<String> stream;
    private final Iterator<String> lines;

    Listening(Login reader, String path) throws IOException, InterruptedException {
        var response =
                client.send(
                        reader.request(path).header("Accept", "text/event-stream").build(),
                        BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        stream = response.body();
        lines = stream.iterator();
    }

    /** Reads on until a line holds this. */
    void until(String text) {
        while (lines.hasNext()) {
            if (lines.next().contains(text)) {
                return;
            }
        }
        throw new AssertionError("The stream ended before " + text);
    }

    /** All that is still heard, until the stream is cut off. */
    String rest() {
        StringBuilder rest = new StringBuilder();
        lines.forEachRemaining(line -> rest.append(line).append('\n'));
        return rest.toString();
    }

    @Override
    public void close() {
        client.shutdownNow();
        stream.close();
    }
}
