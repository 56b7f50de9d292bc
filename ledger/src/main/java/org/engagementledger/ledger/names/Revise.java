package org.engagementledger.ledger.names;

import java.util.function.Function;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/** The step from one revision of an event to the next. */
final class Revise extends SingleEventUpcaster {

    private final SerializedType from;
    private final SerializedType to;
    private final Function<ObjectNode, ObjectNode> change;

    private Revise(String name, int revision, Function<ObjectNode, ObjectNode> change) {
        this.from = new SimpleSerializedType(name, Integer.toString(revision));
        this.to = new SimpleSerializedType(name, Integer.toString(revision + 1));
        this.change = change;
    }

    /**
     * From this revision to the next.
     *
     * @param change gets the stored JSON as a tree of its own, which it may change in place
     */
    static Revise from(String name, int revision, Function<ObjectNode, ObjectNode> change) {
        return new Revise(name, revision, change);
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return from.equals(event.getType());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(to, ObjectNode.class, change);
    }
}
