package org.engagementledger.api.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, as far as calls are made from it and answers held against it. */
final class ApiDocument {

    private static final Path WRITTEN = Path.of("../docs/openapi.json");

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * A parameter of an operation.
     *
     * @param in the path, the query or a header
     */
    record Parameter(String in, String name, boolean required, JsonNode schema) {}

    /**
     * An operation.
     *
     * @param body the schema of its body; missing if it has none
     * @param examples bodies that were accepted
     * @param answers the media types that it answers with, by status
     */
    record Operation(
            String id,
            String method,
            String path,
            List<Parameter> parameters,
            JsonNode body,
            List<JsonNode> examples,
            Map<Integer, Set<String>> answers) {

        boolean streams() {
            return answers.getOrDefault(200, Set.of()).contains("text/event-stream");
        }
    }

    ApiDocument() {
        try {
            root = JsonMapper.builder().build().readTree(Files.readString(WRITTEN));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        for (var path : root.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                operations.add(read(operation.getKey(), path.getKey(), operation.getValue()));
            }
        }
    }

    private Operation read(String verb, String path, JsonNode operation) {
        JsonNode body = operation.at("/requestBody/content/application~1json");
        Map<Integer, Set<String>> answers = new TreeMap<>();
        operation
                .path("responses")
                .properties()
                .forEach(
                        answer ->
                                answers.put(
                                        Integer.valueOf(answer.getKey()),
                                        new LinkedHashSet<>(
                                                resolved(answer.getValue())
                                                        .path("content")
                                                        .propertyNames())));
        return new Operation(
                operation.path("operationId").asString(),
                verb.toUpperCase(Locale.ROOT),
                path,
                operation
                        .path("parameters")
                        .valueStream()
                        .map(this::resolved)
                        .map(
                                it ->
                                        new Parameter(
                                                it.path("in").asString(),
                                                it.path("name").asString(),
                                                it.path("required").asBoolean(false),
                                                it.path("schema")))
                        .toList(),
                body.path("schema"),
                body.path("examples").valueStream().map(it -> it.path("value")).toList(),
                answers);
    }

    List<Operation> operations() {
        return operations;
    }

    Operation operation(String id) {
        return operations.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    /** What it refers to, if it only refers to something. */
    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    /** The name of the component that is referred to; empty if none is. */
    static String nameOf(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
