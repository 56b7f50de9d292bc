package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the service over HTTP in the name of one account. */
record ApiClient(HttpClient http, URI base, String authorization) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    /** What the service answered. */
    record Reply(int status, JsonNode body) {

        boolean accepted() {
            return status / 100 == 2;
        }

        String id() {
            return body.path("id").asString();
        }

        long version() {
            return body.path("version").asLong();
        }

        /** The parameter with which a read waits for what was written. */
        String position() {
            return "at=%s@%d".formatted(id(), version());
        }

        /** The code of the first reason for a refusal; empty if there is none. */
        String code() {
            return body.path("errors").path(0).path("code").asString("");
        }

        /** The reply itself; for steps that a test takes for granted. */
        Reply orFail() {
            if (!accepted()) {
                throw new AssertionError("Expected to be accepted: " + this);
            }
            return this;
        }
    }

    /** How the events of a request that was posted under a key name it. */
    static String request(String login, String path, String idempotencyKey) {
        String asked = login + "\nPOST /api" + path + "\n" + idempotencyKey;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply put(String path, String json) {
        return send(request(path).PUT(BodyPublishers.ofString(json)));
    }

    /** On whatever version. */
    Reply patch(String path, String json) {
        return send(
                request(path)
                        .header("If-Match", "*")
                        .method("PATCH", BodyPublishers.ofString(json)));
    }

    Reply post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    Reply post(String path, String json, String idempotencyKey) {
        return send(
                request(path)
                        .header("Idempotency-Key", idempotencyKey)
                        .POST(BodyPublishers.ofString(json)));
    }

    /** Marks an event as recorded in error, on whatever version. */
    Reply correct(String path, String json) {
        return send(request(path).header("If-Match", "*").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", authorization);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
