package org.engagementledger.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, of one place only, and goes where it is sent. */
final class Browser implements AutoCloseable {

    private static final int MOST_STEPS = 12;
    private static final Pattern HIDDEN =
            Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final Map<String, String> cookies = new TreeMap<>();

    /** All that were ever set, with their flags. */
    private final List<String> set = new ArrayList<>();

    Browser(URI service) {
        this.service = service;
    }

    List<String> set() {
        return List.copyOf(set);
    }

    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** Opens a page, and follows to where that leads. */
    HttpResponse<String> open(String path) throws Exception {
        return follow(send(page(service.resolve(path)).GET()));
    }

    /** Sends a form with what it hides, and follows to where that leads. */
    HttpResponse<String> submit(HttpResponse<String> page, String path, Map<String, String> fields)
            throws Exception {
        Matcher hidden = HIDDEN.matcher(page.body());
        Map<String, String> all = new TreeMap<>(fields);
        if (hidden.find()) {
            all.put("_csrf", hidden.group(1));
        }
        return follow(
                send(
                        page(service.resolve(path))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form(all)))));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Asks without going on. */
    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (isOurs(response.uri())) {
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                set.add(cookie);
                String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }

    /** A request for something here, with its cookies. */
    HttpRequest.Builder here(String path) {
        return with(service.resolve(path));
    }

    private HttpRequest.Builder page(URI address) {
        return with(address).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private HttpRequest.Builder with(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (isOurs(address) && !cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private boolean isOurs(URI address) {
        return Objects.equals(address.getAuthority(), service.getAuthority());
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws Exception {
        HttpResponse<String> response = first;
        for (int step = 0; response.statusCode() / 100 == 3; step++) {
            if (step == MOST_STEPS) {
                throw new AssertionError("Sent around in a circle, at last to " + response.uri());
            }
            URI next =
                    response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(page(next).GET());
        }
        return response;
    }

    @Override
    public void close() {
        http.close();
    }
}
