package org.engagementledger.query;

import java.util.Iterator;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out what a reader may not see: it is absent, not blanked, and was never opened. */
public final class Disclosure {

    private static final String VISIBILITY = "visibility";

    private Disclosure() {}

    /** Takes out of the JSON, at any depth, whatever says that it isn't for this role. */
    public static void withhold(JsonNode node, Role reader) {
        Iterator<JsonNode> children = node.iterator();
        while (children.hasNext()) {
            JsonNode child = children.next();
            if (isWithheld(child, reader)) {
                children.remove();
            } else {
                withhold(child, reader);
            }
        }
    }

    private static boolean isWithheld(JsonNode node, Role reader) {
        return node instanceof ObjectNode fact
                && fact.has(VISIBILITY)
                && !reader.sees(Visibility.valueOf(fact.get(VISIBILITY).asString()));
    }
}
