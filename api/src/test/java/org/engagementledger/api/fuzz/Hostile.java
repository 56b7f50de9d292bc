package org.engagementledger.api.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that no schema wants, and bodies with one of them in it. Texts that a log or a problem
 * must not quote have {@link #SIGN} in them.
 */
final class Hostile {

    /** In whatever is hostile, and nowhere else. */
    static final String SIGN = "hzx";

    /** Stands for half of a surrogate pair, which the writer of JSON would not write. */
    private static final String HALF = "\ue000";

    /** Stands for a list in a list in a list, deeper than the writer would go. */
    private static final String DEEP = "\ue001";

    private static final int DEEPEST = 20_000;
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "hzx\u0000",
                    "hzx" + HALF,
                    "hzx' OR '1'='1",
                    "hzx'; DROP TABLE ledger.event; --",
                    "hzx\" } , { \"a\": \"",
                    "../../../../etc/hzx",
                    "..%2f..%2fhzx",
                    "hzx\r\nSet-Cookie: hzx=1",
                    "hzx\n\n2020-11-02 ERROR forged",
                    "hzx %s%s%n%x%d",
                    "${jndi:ldap://127.0.0.1:1/hzx}",
                    "#{T(java.lang.Runtime).getRuntime().exec('hzx')}",
                    "${7*7}hzx{{7*7}}",
                    "<script>alert('hzx')</script>",
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///hzx\">]><a>&b;</a>",
                    "\u202ehzx\u200d\ufeff\ufffe",
                    "hzx\t\b\f\u007f\u0085\u2028",
                    "hzx \u0130\u0131\u017f\u212a",
                    "a\u0301\u0301\u0301\u0301hzx".repeat(50),
                    "null",
                    "-1",
                    "1e400",
                    "true",
                    "hzx".repeat(67),
                    "hzx".repeat(1_334),
                    "hzx".repeat(25_000));

    /** At and beyond the ends of what is kept; none moves a clock far. */
    private static final List<String> TIMES =
            List.of(
                    "9999-12-31",
                    "1899-12-31",
                    "1900-01-01",
                    "2020-02-30",
                    "2020-13-01",
                    "0000-00-00",
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "1900-01-01T00:00:00Z",
                    "2200-01-01T00:00:00Z",
                    "2020-11-05T15:00:00",
                    "2020-11-05T24:00:00Z",
                    "2020-10-25T01:30:00+01:00",
                    "2016-12-31T23:59:60Z");

    private static final List<String> NAMES =
            List.of(
                    "hzx",
                    "",
                    "__proto__",
                    "constructor",
                    "class",
                    "@type",
                    "$ref",
                    "id",
                    "a/b~c",
                    "hzx\u0000",
                    "hzx'\"",
                    "visibility",
                    "version",
                    "hzx".repeat(500));

    private static final List<Integer> DEPTHS = List.of(2, 10, 48, 49, 50, 51, 400);
    private static final List<Integer> REPETITIONS = List.of(2, 10, 50, 200);

    private final Dice dice;

    Hostile(Dice dice) {
        this.dice = dice;
    }

    String text() {
        return dice.percent(15) ? dice.one(TIMES) : dice.one(TEXTS);
    }

    private JsonNode number() {
        return dice.one(
                JSON.numberNode(0),
                JSON.numberNode(-1),
                JSON.numberNode(1.5),
                JSON.numberNode(Integer.MAX_VALUE + 1L),
                JSON.numberNode(Long.MAX_VALUE),
                JSON.numberNode(Long.MIN_VALUE),
                JSON.numberNode(BigInteger.TWO.pow(200)),
                JSON.numberNode(new BigDecimal("1e400")),
                JSON.numberNode(new BigDecimal("1e-2147483000")));
    }

    private JsonNode value() {
        return switch (dice.below(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(dice.percent(50));
            case 2 -> number();
            case 3 -> JSON.arrayNode();
            case 4 -> JSON.objectNode();
            case 5 -> dice.percent(20) ? JSON.stringNode(DEEP) : deep(JSON.stringNode(text()));
            default -> JSON.stringNode(text());
        };
    }

    private JsonNode deep(JsonNode inside) {
        JsonNode node = inside;
        boolean lists = dice.percent(50);
        for (int depth = dice.one(DEPTHS); depth > 0; depth--) {
            node = lists ? JSON.arrayNode().add(node) : JSON.objectNode().set("hzx", node);
        }
        return node;
    }

    /** The body with something in it that shouldn't be there, or without something that should. */
    JsonNode mutated(JsonNode body) {
        JsonNode copy = body.deepCopy();
        List<JsonNode> places = new ArrayList<>();
        collect(copy, places);
        if (places.isEmpty() || dice.percent(3)) {
            return value();
        }
        JsonNode place = dice.one(places);
        if (place instanceof ObjectNode object) {
            change(object);
        } else if (place instanceof ArrayNode array) {
            change(array);
        }
        return copy;
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainer()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private void change(ObjectNode object) {
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty() || dice.percent(15)) {
            object.set(dice.one(NAMES), value());
            return;
        }
        String name = dice.one(names);
        switch (dice.below(5)) {
            case 0 -> object.remove(name);
            case 1 -> {
                String other = dice.one(names);
                JsonNode moved = object.get(name);
                object.set(name, object.get(other));
                object.set(other, moved);
            }
            default -> object.set(name, value());
        }
    }

    private void change(ArrayNode array) {
        if (array.isEmpty() || dice.percent(40)) {
            array.add(value());
            return;
        }
        JsonNode element = array.get(dice.below(array.size()));
        switch (dice.below(3)) {
            case 0 -> array.remove(dice.below(array.size()));
            case 1 -> array.add(element.deepCopy());
            default -> {
                for (int times = dice.one(REPETITIONS); times > 0; times--) {
                    array.add(element.deepCopy());
                }
            }
        }
    }

    /** The body in UTF-8. */
    static byte[] written(JsonNode body) {
        String text = MAPPER.writeValueAsString(body).replace(HALF, "\\ud800");
        return (text.contains(DEEP)
                        ? text.replace('"' + DEEP + '"', "[".repeat(DEEPEST) + "]".repeat(DEEPEST))
                        : text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
