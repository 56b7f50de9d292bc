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

    /** A problem document of this status, which tells nothing of our insides; returns itself. */
    Reply isProblem(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        assertThat(header("Content-Type")).as(text).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("title").asString()).isNotBlank();
        assertThat(text)
                .doesNotContain(
                        "org.engagementledger", "org.springframework", "java.", "tools.jackson")
                .doesNotContain("Exception", "\\tat ", "SQL", "trace");
        return this;
    }

    /** A refusal for these reasons and no others, each as code and pointer; returns itself. */
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
            String pointer = error.path("pointer").asString("");
            reasons.add((error.path("code").asString() + " " + pointer).strip());
        }
        return reasons;
    }

    Reply saysNothingOf(String... values) {
        assertThat(text).doesNotContain(values);
        return this;
    }
}
