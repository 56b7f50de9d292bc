package org.engagementledger.query.casehistory;

import java.util.Iterator;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out of an event what the reader may not see: it is absent, not blanked. */
final class Disclosure {

    private static final String VISIBILITY = "visibility";

    private final JsonMapper mapper;

    /**
     * @param mapper writes personal values in the clear
     */
    Disclosure(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The event's facts as somebody in this role sees them. */
    JsonNode facts(Object event, Role reader) {
        JsonNode facts = mapper.valueToTree(event);
        withhold(facts, reader);
        return facts;
    }

    private static void withhold(JsonNode node, Role reader) {
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
