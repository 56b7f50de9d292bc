package org.engagementledger.api.fuzz;

import java.util.List;
import org.engagementledger.api.fuzz.ApiDocument.Parameter;
import org.engagementledger.api.fuzz.Marks.Home;
import org.engagementledger.api.fuzz.Words.Scene;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as the document's schemas want them. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiDocument document;
    private final ApiDocument.Operation operation;
    private final World world;
    private final Scene scene;
    private final Dice dice;
    private final Words words;

    Values(
            ApiDocument document,
            ApiDocument.Operation operation,
            World world,
            Scene scene,
            Dice dice) {
        this.document = document;
        this.operation = operation;
        this.world = world;
        this.scene = scene;
        this.dice = dice;
        this.words = new Words(world, scene, home(), dice);
    }

    /** A body: as in an example, or anything of the schema; its texts aren't signed yet. */
    JsonNode body() {
        return !operation.examples().isEmpty() && dice.percent(60)
                ? like(dice.one(operation.examples()), 10)
                : any(operation.body(), "", "", 0);
    }

    /**
     * A body like the example.
     *
     * @param loss how many of a hundred properties are left out that may be
     */
    JsonNode like(JsonNode example, int loss) {
        return like(example, operation.body(), "", "", loss);
    }

    /** To whom belongs what the call says. */
    Home home() {
        if (operation.path().startsWith("/api/strategy")) {
            return Home.OFFICIAL;
        }
        return operation.path().contains("{id}") ? scene.target().home() : Home.of(scene.login());
    }

    private JsonNode like(JsonNode example, JsonNode schema, String owner, String name, int loss) {
        JsonNode resolved = document.resolved(schema);
        if (example.isObject()) {
            ObjectNode object = JSON.objectNode();
            String own = ApiDocument.nameOf(schema);
            List<String> required = required(resolved);
            for (var property : example.properties()) {
                String key = property.getKey();
                JsonNode inside = resolved.path("properties").path(key);
                if (required.contains(key) || !dice.percent(loss)) {
                    object.set(key, like(property.getValue(), inside, own, key, loss));
                }
            }
            return object;
        }
        if (example.isArray()) {
            ArrayNode array = JSON.arrayNode();
            example.forEach(
                    each -> array.add(like(each, resolved.path("items"), owner, name, loss)));
            return array;
        }
        return isKept(example, resolved, name) ? example : any(schema, owner, name, 0);
    }

    private boolean isKept(JsonNode example, JsonNode schema, String name) {
        return switch (name) {
            case "sequence", "inPerson" -> false;
            case "visibility" -> !scene.login().equals("coordinator");
            case "issue", "defendant", "offence", "request", "plea", "code" -> true;
            default -> !example.isString() || schema.has("enum");
        };
    }

    /** Any value of the schema. */
    JsonNode any(JsonNode schema, String owner, String name, int index) {
        JsonNode resolved = document.resolved(schema);
        if (resolved.has("enum")) {
            return name.equals("visibility")
                    ? JSON.stringNode(words.visibility())
                    : dice.one(resolved.path("enum").valueStream().toList());
        }
        if (resolved.has("const")) {
            return resolved.get("const");
        }
        return switch (resolved.path("type").asString("")) {
            case "object" -> object(resolved, ApiDocument.nameOf(schema), index);
            case "array" -> array(resolved, owner, name);
            case "integer" -> JSON.numberNode(words.integer(name));
            case "boolean" ->
                    JSON.booleanNode(
                            switch (owner) {
                                case "NewEngagement" ->
                                        name.equals("inPerson")
                                                ? scene.login().equals("coordinator")
                                                : dice.percent(90);
                                default -> dice.percent(40);
                            });
            default -> JSON.stringNode(words.string(resolved, owner, name, index));
        };
    }

    private ObjectNode object(JsonNode schema, String owner, int index) {
        List<String> required = required(schema);
        ObjectNode object = JSON.objectNode();
        schema.path("properties")
                .properties()
                .forEach(
                        it -> {
                            if (dice.percent(required.contains(it.getKey()) ? 98 : 60)) {
                                object.set(
                                        it.getKey(), any(it.getValue(), owner, it.getKey(), index));
                            }
                        });
        return object;
    }

    private static List<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).toList();
    }

    private ArrayNode array(JsonNode schema, String owner, String name) {
        ArrayNode array = JSON.arrayNode();
        int size = dice.one(0, 1, 1, 1, 2, 2, 3);
        while (array.size() < size) {
            array.add(any(schema.path("items"), owner, name, array.size()));
        }
        return array;
    }

    // Parameters, which are written as texts

    private String id() {
        if (operation.path().contains("surgeries")) {
            return scene.session().id();
        }
        return operation.path().contains("calendars") && !world.calendars().isEmpty()
                ? dice.one(world.calendars())
                : scene.target().id();
    }

    String parameter(Parameter parameter) {
        return switch (parameter.name()) {
            case "id" -> id();
            case "number" -> dice.between(1, 3) + "." + dice.between(1, 3);
            case "rule" -> "R" + dice.between(1, 3);
            case "plea" ->
                    dice.percent(80) ? world.plea(scene.target().id()) : "P" + dice.between(1, 9);
            case "letter" -> dice.one("1", "1", "2", "0");
            case "recipient" -> dice.one("defence-1", "defence-1", "coordinator-1", "nobody");
            case "name" ->
                    operation.path().startsWith("/api/policies")
                            ? dice.one("programme", "invitations", "nothing")
                            : dice.one(
                                    "engagements", "histories", "schedule", "notices", "nothing");
            case "at" -> words.position();
            case "Prefer" -> dice.one("wait=1", "wait=2", "respond-async, wait=1");
            case "Idempotency-Key" -> "hzx-" + dice.below(1_000_000_000);
            case "If-Match", "If-None-Match" ->
                    dice.percent(50) ? "*" : "\"" + world.version(scene.target().id()) + "\"";
            case "week" -> words.week();
            case "event" -> dice.one("Submitted", "Triaged,PleaOffered", "RecordedInError");
            case "after" ->
                    parameter.schema().has("format") || world.cursors().isEmpty()
                            ? "" + dice.below(3_000)
                            : dice.one(world.cursors());
            default -> any(parameter.schema(), "", parameter.name(), 0).asString();
        };
    }
}
