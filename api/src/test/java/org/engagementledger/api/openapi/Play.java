package org.engagementledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the story against the running service, and tries out on the way what it asks for. */
final class Play {

    /** The headers of answers that the document knows. */
    static final List<String> HEADERS =
            List.of(
                    "ETag",
                    "Feed-Position",
                    "Ledger-Position",
                    "Link",
                    "Location",
                    "Retry-After",
                    "WWW-Authenticate");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern KEPT = Pattern.compile("\\{([a-z][A-Za-z]*)}");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 300;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final URI service;
    private final UnaryOperator<String> authorization;
    private final Map<String, List<Endpoint>> endpoints;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> kept = new HashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private String written = "";
    private final Trials trials = new Trials(this::tried);

    Play(URI service, UnaryOperator<String> authorization, List<Endpoint> endpoints) {
        this.service = service;
        this.authorization = authorization;
        this.endpoints = endpoints.stream().collect(Collectors.groupingBy(Endpoint::id));
    }

    /** What the trials have told. */
    Trials trials() {
        return trials;
    }

    List<Exchange> of(List<Step> story) throws IOException, InterruptedException {
        for (Step step : story) {
            exchanges.add(play(step));
        }
        return List.copyOf(exchanges);
    }

    private Exchange play(Step step) throws IOException, InterruptedException {
        List<Endpoint> named = endpoints.getOrDefault(step.call(), List.of());
        assertThat(named).as("The operation of '%s': %s", step.title(), step.call()).hasSize(1);
        Endpoint endpoint = named.getFirst();
        Map<String, String> path = filled(step.path());
        Map<String, String> query = filled(step.query());
        Map<String, String> headers = filled(step.headers());
        JsonNode body = step.body() == null ? null : JSON.readTree(filled(step.body().toString()));
        Asked asked = new Asked(endpoint, step.as(), path, query, headers, body);
        if (step.eventually() != null) {
            awaitThat(step.eventually(), asked);
        }
        awaitWhatIsWritten();
        if (endpoint.isCommand() && step.succeeds() && !query.containsKey("dryRun")) {
            trials.of(asked);
        }
        HttpResponse<InputStream> response =
                client.send(request(asked, step.accept()).build(), BodyHandlers.ofInputStream());
        String answer = read(response.body(), isStream(response));
        assertThat(response.statusCode())
                .as("%s: %s", step.title(), answer)
                .isEqualTo(step.expect());
        Exchange exchange =
                new Exchange(
                        step,
                        endpoint,
                        path,
                        query,
                        body,
                        response.statusCode(),
                        known(response),
                        response.headers()
                                .firstValue("Content-Type")
                                .orElse("")
                                .replaceAll(";.*", ""),
                        answer);
        assertThat(refusals(answer)).as("%s: %s", step.title(), answer).isEqualTo(step.refused());
        written = exchange.headers().getOrDefault("Ledger-Position", written);
        step.keep().forEach((name, from) -> kept.put(name, taken(exchange, from)));
        return exchange;
    }

    private static boolean isStream(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    /** A reader of the story isn't made to see that projections lag. */
    private void awaitWhatIsWritten() throws IOException, InterruptedException {
        if (!written.isEmpty()) {
            Endpoint clock = endpoints.get("readClock").getFirst();
            Asked waiting =
                    new Asked(
                            clock,
                            "auditor",
                            Map.of(),
                            Map.of("at", written),
                            Map.of("Prefer", "wait=30"),
                            null);
            HttpResponse<String> response =
                    client.send(request(waiting, null).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
    }

    /** Nor that the ledger's own policies take a moment. */
    private void awaitThat(String what, Asked asked) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (what.startsWith("/") ? shows(what, asked) : isPossible(what, asked)) {
                return;
            }
            Thread.sleep(PAUSE);
        }
        throw new AssertionError("It never came to " + what);
    }

    private boolean shows(String pointer, Asked asked) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request(asked, null).build(), BodyHandlers.ofString());
        return !JSON.readTree(response.body()).at(pointer).isMissingNode();
    }

    /** Then all that has led to it can be read. */
    private boolean isPossible(String operation, Asked asked)
            throws IOException, InterruptedException {
        Asked tried =
                new Asked(
                        endpoints.get(operation).getFirst(),
                        asked.as(),
                        asked.path(),
                        Map.of("dryRun", "true"),
                        Map.of(),
                        JSON.createObjectNode());
        HttpResponse<String> response =
                client.send(request(tried, null).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            return false;
        }
        long version = JSON.readTree(response.body()).path("version").asLong();
        written = asked.path().get("id") + "@" + (version - 1);
        return true;
    }

    private Map<String, String> filled(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>();
        values.forEach((name, value) -> all.put(name, filled(value)));
        return all;
    }

    private String filled(String text) {
        return KEPT.matcher(text)
                .replaceAll(
                        name -> {
                            String value = kept.get(name.group(1));
                            assertThat(value).as("What was kept as %s", name.group()).isNotNull();
                            return Matcher.quoteReplacement(value);
                        });
    }

    private static String taken(Exchange exchange, String from) {
        String value =
                from.startsWith("/")
                        ? JSON.readTree(exchange.answer()).at(from).asString("")
                        : exchange.headers().getOrDefault(from, "");
        assertThat(value).as("%s of %s", from, exchange.answer()).isNotEmpty();
        return value;
    }

    private static Map<String, String> known(HttpResponse<?> response) {
        Map<String, String> headers = new LinkedHashMap<>();
        HEADERS.forEach(
                name -> response.headers().firstValue(name).ifPresent(it -> headers.put(name, it)));
        return headers;
    }

    /** The whole body, or the first event of a stream. */
    private static String read(InputStream body, boolean stream) throws IOException {
        try (body) {
            if (!stream) {
                return new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
            StringBuilder event = new StringBuilder();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && event.indexOf("data:") >= 0) {
                    return event.toString();
                }
                event.append(line).append('\n');
            }
            return event.toString();
        }
    }

    /** The reasons that a problem document gives, each with its place. */
    static List<String> refusals(String answer) {
        if (!answer.startsWith("{")) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        for (JsonNode error : JSON.readTree(answer).path("errors")) {
            String place =
                    error.path("pointer").asString("")
                            + error.path("parameter").asString("")
                            + error.path("header").asString("");
            reasons.add((error.path("code").asString() + " " + place).strip());
        }
        return reasons;
    }

    /**
     * What is asked.
     *
     * @param body null if there is none
     */
    record Asked(
            Endpoint endpoint,
            String as,
            Map<String, String> path,
            Map<String, String> query,
            Map<String, String> headers,
            @Nullable JsonNode body) {

        Asked with(@Nullable JsonNode other) {
            return new Asked(endpoint, as, path, query, headers, other);
        }

        Asked without(String header) {
            Map<String, String> others = new TreeMap<>(headers);
            others.remove(header);
            return new Asked(endpoint, as, path, query, others, body);
        }

        private Asked asTrial() {
            Map<String, String> more = new TreeMap<>(query);
            more.put("dryRun", "true");
            return new Asked(endpoint, as, path, more, headers, body);
        }
    }

    private String tried(Asked asked) {
        try {
            return client.send(request(asked.asTrial(), null).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest.Builder request(Asked asked, @Nullable String accept) {
        String address = asked.endpoint().path();
        for (var variable : asked.path().entrySet()) {
            address = address.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
        }
        String query =
                asked.query().entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                service.resolve(query.isEmpty() ? address : address + "?" + query))
                        .timeout(PATIENCE)
                        .header("Accept", accept == null ? "application/json" : accept)
                        .method(
                                asked.endpoint().verb(),
                                asked.body() == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(asked.body().toString()));
        if (asked.body() != null) {
            request.header("Content-Type", "application/json");
        }
        if (!asked.as().equals("nobody")) {
            request.header("Authorization", authorization.apply(asked.as()));
        }
        asked.headers().forEach(request::header);
        return request;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
