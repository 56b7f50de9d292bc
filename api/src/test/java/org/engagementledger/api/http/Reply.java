package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answers. */
record Reply(int status, HttpHeaders headers, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    JsonNode json() {
        return JSON.readTree(text);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Accepted as asked; returns itself. */
    Reply isOk(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        assertThat(header("Content-Type")).startsWith("application/json");
        return this;
    }

    /** The same answer as another, but for when it was given; returns itself. */
    Reply isSameAs(Reply other) {
        assertThat(status).as(text).isEqualTo(other.status);
        assertThat(text).isEqualTo(other.text);
        for (String name : List.of("Content-Type", "ETag", "Location", "Ledger-Position")) {
            assertThat(header(name)).as(name).isEqualTo(other.header(name));
        }
        return this;
    }

    /** A problem document of this status, which tells nothing of our insides; returns itself. */
    Reply isProblem(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        assertThat(header("Content-Type")).as(text).startsWith("application/problem+json");
        assertThat(header("Cache-Control")).contains("no-store");
        assertThat(header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("title").asString()).isNotBlank();
        assertThat(json().path("detail").asString()).isNotBlank();
        assertThat(json().path("type").asString()).matches("urn:engagement-ledger:problem:[a-z-]+");
        assertThat(text)
                .doesNotContain(
                        "org.engagementledger", "org.springframework", "java.", "tools.jackson")
                .doesNotContain("Exception", "\\tat ", "SQL", "trace");
        return this;
    }

    /**
     * A refusal for these reasons and no others, each as code and place: a pointer, or the name of
     * a parameter or header; returns itself.
     */
    Reply isRefused(int expected, String... codesAndPointers) {
        isProblem(expected);
        assertThat(reasons()).as(text).containsExactlyInAnyOrder(codesAndPointers);
        assertThat(json().path("type").asString())
                .isEqualTo("urn:engagement-ledger:problem:refused");
        return this;
    }

    private List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (JsonNode error : json().path("errors")) {
            assertThat(error.path("detail").asString()).isNotBlank();
            String place =
                    error.path("pointer").asString("")
                            + error.path("parameter").asString("")
                            + error.path("header").asString("");
            reasons.add((error.path("code").asString() + " " + place).strip());
        }
        return reasons;
    }

    Reply saysNothingOf(String... values) {
        assertThat(text).doesNotContain(values);
        return this;
    }
}
