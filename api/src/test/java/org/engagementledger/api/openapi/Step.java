package org.engagementledger.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call of the story. What an earlier step kept stands in braces, as {@code {case}}.
 *
 * @param title what happens, as the example's summary
 * @param as the login that asks
 * @param call the operation's id
 * @param path the values of the path's variables
 * @param query the parameters of the query
 * @param headers what else the request says
 * @param body null if it has none
 * @param accept another media type than JSON that is asked for
 * @param expect the status of the answer
 * @param refused the codes of a refusal, each with its place
 * @param keep what is taken from the answer, under which name: a pointer into its body, or a header
 * @param eventually what the ledger does by itself before this is read: a pointer to what the
 *     answer shows then, or the operation that can be carried out then
 * @param show what the document shows instead of an answer that isn't the same each time
 */
record Step(
        String title,
        String as,
        String call,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable JsonNode body,
        @Nullable String accept,
        int expect,
        List<String> refused,
        Map<String, String> keep,
        @Nullable String eventually,
        @Nullable JsonNode show) {

    Step {
        path = Map.copyOf(Objects.requireNonNullElse(path, Map.of()));
        query = Map.copyOf(Objects.requireNonNullElse(query, Map.of()));
        headers = Map.copyOf(Objects.requireNonNullElse(headers, Map.of()));
        refused = List.copyOf(Objects.requireNonNullElse(refused, List.of()));
        keep = Map.copyOf(Objects.requireNonNullElse(keep, Map.of()));
    }

    private static final Path STORY = Path.of("src/test/resources/openapi/story.json");

    /** The whole story, in order. */
    static List<Step> all() {
        try {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Files.readString(STORY), new TypeReference<List<Step>>() {});
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether it isn't meant to be refused. */
    boolean succeeds() {
        return expect < 400;
    }

    /** The example's name in the document. */
    String name() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
