package org.engagementledger.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docs/openapi.json} says that an answer can have. */
final class Schema {

    private static final JsonNode DOCUMENT = read();

    private Schema() {}

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(Path.of("../docs/openapi.json")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Its places as {@link Seen} names them, without visibilities. */
    static Set<String> places(String path) {
        Set<String> places = new TreeSet<>();
        collect(
                "",
                DOCUMENT.path("paths")
                        .path(path)
                        .at("/get/responses/200/content")
                        .path("application/json")
                        .path("schema"),
                places);
        return places;
    }

    private static void collect(String place, JsonNode schema, Set<String> places) {
        if (schema.has("$ref")) {
            collect(place, DOCUMENT.at(schema.path("$ref").asString().substring(1)), places);
        } else if (schema.has("items")) {
            collect(place, schema.path("items"), places);
        } else if (schema.has("anyOf")) {
            schema.path("anyOf")
                    .forEach(
                            one ->
                                    collect(
                                            place
                                                    + "."
                                                    + one.path("$ref")
                                                            .asString()
                                                            .replaceAll(".*/", ""),
                                            one,
                                            places));
        } else if (schema.has("properties") && !schema.path("properties").has("visibility")) {
            for (var property : schema.path("properties").properties()) {
                collect(
                        place.isEmpty() ? property.getKey() : place + "." + property.getKey(),
                        property.getValue(),
                        places);
            }
        } else {
            places.add(place);
        }
    }
}
