package org.engagementledger.api.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.openapi.Play.Asked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds out by dry runs what no type says: which properties and headers a command can't do without,
 * and how long a text may be. A property is required if the ledger asks for it whenever it is left
 * out of a request that it would accept.
 */
final class Trials {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LONGEST = Pattern.compile("up to (\\d+) characters");
    private static final String TOO_LONG = "x".repeat(10_000);

    /** Asks for a dry run, and answers what is answered. */
    @FunctionalInterface
    interface Trial {
        String of(Asked asked);
    }

    /**
     * A value in the body of an operation.
     *
     * @param operation its id
     * @param pointer the steps to it, with all elements of a list as one
     */
    record Value(String operation, List<String> pointer) {
        Value {
            pointer = List.copyOf(pointer);
        }
    }

    private final Trial trial;
    private final Map<Value, Boolean> required = new HashMap<>();
    private final Map<Value, Integer> longest = new HashMap<>();
    private final Set<String> conditional = new HashSet<>();

    Trials(Trial trial) {
        this.trial = trial;
    }

    /** Values that were left out, and whether they were asked for. */
    Map<Value, Boolean> required() {
        return required;
    }

    /** The longest texts, in characters. */
    Map<Value, Integer> longest() {
        return longest;
    }

    /** Whether an operation is refused without {@code If-Match}. */
    boolean needsVersion(String operation) {
        return conditional.contains(operation);
    }

    void of(Asked asked) {
        if (asked.headers().containsKey("If-Match")
                && Play.refusals(trial.of(asked.without("If-Match")))
                        .contains("IF_MATCH_REQUIRED If-Match")) {
            conditional.add(asked.endpoint().id());
        }
        if (asked.body() != null) {
            walk(asked, asked.body(), "", List.of());
        }
    }

    private void walk(Asked asked, JsonNode node, String pointer, List<String> steps) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(asked, node.get(i), pointer + "/" + i, and(steps, "*"));
        }
        if (node instanceof ObjectNode object) {
            new TreeMap<>(Map.copyOf(asMap(object)))
                    .forEach(
                            (name, value) -> {
                                String at = pointer + "/" + name;
                                Value known = new Value(asked.endpoint().id(), and(steps, name));
                                leaveOut(asked, pointer, name, at, known);
                                if (value.isString()) {
                                    prolong(asked, pointer, name, at, known);
                                }
                                walk(asked, value, at, and(steps, name));
                            });
        }
    }

    private static Map<String, JsonNode> asMap(ObjectNode object) {
        Map<String, JsonNode> map = new HashMap<>();
        object.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private void leaveOut(Asked asked, String parent, String name, String at, Value value) {
        String answer = trial.of(changed(asked, parent, object -> object.remove(name)));
        required.merge(
                value, Play.refusals(answer).contains("REQUIRED " + at), Boolean::logicalAnd);
    }

    private void prolong(Asked asked, String parent, String name, String at, Value value) {
        String answer = trial.of(changed(asked, parent, object -> object.put(name, TOO_LONG)));
        for (JsonNode error : JSON.readTree(answer).path("errors")) {
            Matcher words = LONGEST.matcher(error.path("detail").asString(""));
            if (error.path("code").asString().equals("TEXT_TOO_LONG")
                    && error.path("pointer").asString("").equals(at)
                    && words.find()) {
                longest.put(value, Integer.valueOf(words.group(1)));
            }
        }
    }

    private static Asked changed(Asked asked, String parent, Consumer<ObjectNode> change) {
        JsonNode body = Objects.requireNonNull(asked.body()).deepCopy();
        change.accept((ObjectNode) body.at(parent));
        return asked.with(body);
    }

    private static List<String> and(List<String> steps, String next) {
        List<String> all = new ArrayList<>(steps);
        all.add(next);
        return all;
    }
}
