package org.engagementledger.api.http;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * What stands in an answer, as a set of places: names with dots between them, without the positions
 * in lists.
 *
 * <p>What says itself who may see it is one place with that behind its name, such as {@code
 * notes:DEFENCE_ONLY}. An event's facts stand under its name. A slot's state is part of the place.
 * What is there but says nothing has {@code (blank)} behind it, and nobody is shown such.
 */
final class Seen {

    private final Set<String> places = new TreeSet<>();

    private Seen() {}

    static Set<String> in(JsonNode answer) {
        Seen seen = new Seen();
        seen.look("", answer);
        return seen.places;
    }

    private void look(String place, JsonNode node) {
        if (node.isArray()) {
            node.forEach(element -> look(place, element));
        } else if (!node.isObject()) {
            places.add(isBlank(node) ? place + "(blank)" : place);
        } else if (node.has("visibility")) {
            places.add(place + ":" + node.path("visibility").asString());
        } else if (node.isEmpty()) {
            places.add(place + "(blank)");
        } else {
            for (var property : node.properties()) {
                look(within(place, property.getKey(), node), property.getValue());
            }
        }
    }

    private static boolean isBlank(JsonNode value) {
        return value.isNull() || (value.isString() && value.asString().isBlank());
    }

    private static String within(String place, String name, JsonNode owner) {
        String inner = place.isEmpty() ? name : place + "." + name;
        if (name.equals("facts") && owner.has("event")) {
            return inner + "." + owner.path("event").asString().replaceAll(".*\\.", "");
        }
        return name.equals("state") ? inner + "=" + owner.path("state").asString() : inner;
    }
}
