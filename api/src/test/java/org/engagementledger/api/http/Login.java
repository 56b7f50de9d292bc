package org.engagementledger.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A client that asks in the name of one account. */
final class Login {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The version that each thing was last written in, by its id. */
    private static final Map<String, Long> WRITTEN = new ConcurrentHashMap<>();

    private final URI service;
    private final String authorization;

    /**
     * @param authorization the value of the header that says who asks
     */
    Login(URI service, String authorization) {
        this.service = service;
        this.authorization = authorization;
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, String json) {
        return post(path, BodyPublishers.ofString(json));
    }

    /**
     * The same with more headers.
     *
     * @param headers name, value, name, value
     */
    Reply post(String path, String json, String... headers) {
        return send(json(path).headers(headers).POST(BodyPublishers.ofString(json)));
    }

    /** Marks an event as recorded in error, on whatever version. */
    Reply correct(String path, String json) {
        return post(path, json, "If-Match", "*");
    }

    Reply post(String path, BodyPublisher json) {
        return send(json(path).POST(json));
    }

    Reply put(String path, String json) {
        return send(json(path).PUT(BodyPublishers.ofString(json)));
    }

    Reply put(String path, String json, String... headers) {
        return send(json(path).headers(headers).PUT(BodyPublishers.ofString(json)));
    }

    /** On whatever version. */
    Reply patch(String path, String json) {
        return patch(path, json, "If-Match", "*");
    }

    Reply patch(String path, String json, String... headers) {
        return send(json(path).headers(headers).method("PATCH", BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    /** A request in this account's name, to be completed. */
    HttpRequest.Builder request(String path) {
        return anonymous(path).header("Authorization", authorization);
    }

    /** The same in nobody's name. */
    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
    }

    /** The parameter with which a read waits for what was last written of this. */
    static String at(String id) {
        return "at=%s@%d".formatted(id, WRITTEN.getOrDefault(id, 0L));
    }

    /** What was written of this by other ways than these. */
    static void remember(String id, long version) {
        WRITTEN.merge(id, version, Math::max);
    }

    private static void remember(String position) {
        int at = position.lastIndexOf('@');
        if (at > 0) {
            remember(position.substring(0, at), Long.parseLong(position.substring(at + 1)));
        }
    }

    /** What is answered to whoever asks for a stream, and goes: its body would have no end. */
    static int statusOfStream(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> response =
                    CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            Reply reply = new Reply(response.statusCode(), response.headers(), response.body());
            remember(reply.header("Ledger-Position"));
            return reply;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
