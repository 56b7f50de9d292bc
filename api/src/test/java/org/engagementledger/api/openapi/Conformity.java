package org.engagementledger.api.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks values against the document's schemas, more strictly than a client should: what no schema
 * names may not be there either.
 */
final class Conformity {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode definitions;
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(
                    Dialects.getDraft202012(),
                    builder ->
                            builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    Conformity(JsonNode document) {
        definitions = (ObjectNode) local(document.at("/components/schemas"));
        definitions.forEach(
                schema -> {
                    if (schema.has("properties")) {
                        ((ObjectNode) schema).put("additionalProperties", false);
                    }
                });
    }

    private static JsonNode local(JsonNode schema) {
        return JSON.readTree(schema.toString().replace(Schemas.COMPONENTS, "#/$defs/"));
    }

    /** Where the value differs from the schema. */
    List<String> differences(JsonNode schema, JsonNode value) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.setAll((ObjectNode) local(schema));
        whole.set("$defs", definitions);
        Schema known = registry.getSchema(whole);
        return known.validate(value).stream().map(Error::toString).toList();
    }

    /** The same for a parameter, which is written as text. */
    List<String> differences(JsonNode schema, String value) {
        return switch (schema.path("type").asString("")) {
            case "integer", "boolean" -> differences(schema, JSON.readTree(value));
            case "array" -> differences(schema, JSON.valueToTree(List.of(value.split(",", -1))));
            default -> differences(schema, JsonNodeFactory.instance.stringNode(value));
        };
    }
}
