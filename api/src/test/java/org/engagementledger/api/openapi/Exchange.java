package org.engagementledger.api.openapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A step that was played.
 *
 * @param path the values of the path's variables, as they were asked
 * @param query the parameters of the query, likewise
 * @param body likewise; null if there was none
 * @param status the answer's
 * @param headers the answer's, by name, those that the document knows
 * @param mediaType the answer's, without parameters
 * @param answer the answer's body
 */
record Exchange(
        Step step,
        Endpoint endpoint,
        Map<String, String> path,
        Map<String, String> query,
        @Nullable JsonNode body,
        int status,
        Map<String, String> headers,
        String mediaType,
        String answer) {

    Exchange {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    boolean isJson() {
        return mediaType.endsWith("json");
    }
}
