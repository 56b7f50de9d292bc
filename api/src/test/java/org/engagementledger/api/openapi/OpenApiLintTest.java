package org.engagementledger.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the document owes its readers; judged on the approved file, without a service, and so not
 * while that is being written.
 */
@DisabledIfSystemProperty(named = "approve", matches = ".*")
class OpenApiLintTest {

    /** They come to the same however often they are repeated, so they need no key. */
    private static final Set<String> WITHOUT_KEY =
            Set.of("moveClock", "rebuildProjection", "retryPolicy");

    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "patch", "delete", "head", "options");

    private static JsonNode document;
    private static final Map<String, JsonNode> OPERATIONS = new TreeMap<>();
    private static Conformity conformity;

    @BeforeAll
    static void read() throws IOException {
        document = JsonMapper.builder().build().readTree(Files.readString(OpenApiTest.APPROVED));
        conformity = new Conformity(document);
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                assertThat(VERBS).contains(operation.getKey());
                OPERATIONS.put(operation.getKey() + " " + path.getKey(), operation.getValue());
            }
        }
    }

    @Test
    void everyOperationHasAnIdOfItsOwnInCamelCase() {
        assertThat(OPERATIONS.values())
                .extracting(operation -> operation.path("operationId").asString(""))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+([A-Z][a-z]+)*"));
    }

    @Test
    void everyOperationSaysWhatItDoesInASentence() {
        assertThat(OPERATIONS)
                .allSatisfy(
                        (name, operation) ->
                                assertThat(operation.path("summary").asString(""))
                                        .as("The first sentence of the method's Javadoc: %s", name)
                                        .matches("[A-Z].{8,120}[.]"));
    }

    @Test
    void everyOperationHasATagThatIsDescribed() {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : document.path("tags")) {
            assertThat(tag.path("description").asString("")).isNotBlank();
            tags.add(tag.path("name").asString());
        }
        Set<String> used = new HashSet<>();
        for (JsonNode operation : OPERATIONS.values()) {
            assertThat(operation.path("tags")).hasSize(1);
            used.add(operation.path("tags").path(0).asString());
        }
        assertThat(tags).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyOperationAnswersWithWhatIsDescribed() {
        OPERATIONS.forEach(
                (name, operation) -> {
                    Set<String> statuses =
                            new TreeSet<>(operation.path("responses").propertyNames());
                    assertThat(statuses).as(name).anyMatch(status -> status.startsWith("2"));
                    assertThat(statuses).as(name).contains("401", "422", "429", "503");
                    for (var status : operation.path("responses").properties()) {
                        JsonNode response = resolved(status.getValue());
                        assertThat(response.path("description").asString("")).isNotBlank();
                        Set<String> media = new TreeSet<>(response.path("content").propertyNames());
                        if (status.getKey().startsWith("2")) {
                            assertThat(media)
                                    .as(name)
                                    .containsAnyOf("application/json", "text/calendar");
                        } else if (status.getKey().equals("304")) {
                            assertThat(media).as(name).isEmpty();
                        } else {
                            assertThat(media).as(name).containsExactly("application/problem+json");
                        }
                        response.path("content")
                                .forEach(content -> assertThat(content.has("schema")).isTrue());
                    }
                });
    }

    @Test
    void everyParameterIsDescribed() {
        OPERATIONS.forEach(
                (name, operation) -> {
                    Set<String> names = new HashSet<>();
                    for (JsonNode reference : operation.path("parameters")) {
                        JsonNode parameter = resolved(reference);
                        String label = name + ": " + parameter.path("name").asString();
                        assertThat(names.add(parameter.path("in") + label)).as(label).isTrue();
                        assertThat(parameter.path("description").asString(""))
                                .as("@param of the method's Javadoc: %s", label)
                                .endsWith(".");
                        assertThat(parameter.has("schema")).as(label).isTrue();
                    }
                    for (String part : name.split("/", -1)) {
                        if (part.startsWith("{")) {
                            String variable = part.substring(0, part.indexOf('}') + 1);
                            assertThat(operation.path("parameters"))
                                    .as(name)
                                    .anyMatch(
                                            it ->
                                                    it.path("in").asString("").equals("path")
                                                            && variable.equals(
                                                                    "{"
                                                                            + it.path("name")
                                                                                    .asString()
                                                                            + "}"));
                        }
                    }
                });
    }

    @Test
    void everySchemaAndPropertyIsDescribed() {
        List<String> mute = new ArrayList<>();
        for (var schema : document.at("/components/schemas").properties()) {
            if (schema.getValue().path("description").asString("").isBlank()) {
                mute.add(schema.getKey());
            }
            for (var property : schema.getValue().path("properties").properties()) {
                JsonNode value = property.getValue();
                if (value.path("description").asString("").isBlank()) {
                    mute.add(schema.getKey() + "/" + property.getKey());
                }
            }
        }
        assertThat(mute).as("The Javadoc of the type, or its @param").isEmpty();
    }

    @Test
    void everyWriteCanBeRepeated() {
        OPERATIONS.forEach(
                (name, operation) -> {
                    if (!name.startsWith("get ")
                            && !WITHOUT_KEY.contains(operation.path("operationId").asString())) {
                        assertThat(operation.path("parameters").toString())
                                .as(name)
                                .contains("/Idempotency-Key\"", "/dryRun\"");
                    }
                });
    }

    @Test
    void noReferenceDangles() {
        assertThat(references(document))
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }

    @Test
    void noComponentIsUnused() {
        Set<String> reached = new HashSet<>();
        reach(document.path("paths"), reached);
        List<String> unused = new ArrayList<>();
        for (var kind : document.path("components").properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                for (String name : kind.getValue().propertyNames()) {
                    String reference = "#/components/" + kind.getKey() + "/" + name;
                    if (!reached.contains(reference)) {
                        unused.add(reference);
                    }
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    private static void reach(JsonNode from, Set<String> reached) {
        for (String reference : references(from)) {
            if (reached.add(reference)) {
                reach(document.at(reference.substring(1)), reached);
            }
        }
    }

    private static Set<String> references(JsonNode node) {
        Set<String> references = new TreeSet<>();
        node.findValues("$ref").forEach(reference -> references.add(reference.asString()));
        return references;
    }

    @Test
    void everyExampleIsValid() {
        int examples = 0;
        for (var entry : OPERATIONS.entrySet()) {
            List<JsonNode> contents = new ArrayList<>();
            entry.getValue().at("/requestBody/content").forEach(contents::add);
            entry.getValue()
                    .path("responses")
                    .forEach(response -> response.path("content").forEach(contents::add));
            for (JsonNode content : contents) {
                for (var example : content.path("examples").properties()) {
                    examples++;
                    assertThat(
                                    conformity.differences(
                                            content.path("schema"),
                                            example.getValue().path("value")))
                            .as("%s: %s", entry.getKey(), example.getKey())
                            .isEmpty();
                }
            }
        }
        assertThat(examples).isGreaterThan(OPERATIONS.size());
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }
}
