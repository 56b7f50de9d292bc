package org.engagementledger.ledger.axonserver;

import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealed;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;

/**
 * Opens what was sealed for the way: whoever handles a command needs what its sender had, and rules
 * look at personal values too.
 */
final class OpenedOnArrival extends ValueDeserializer<Personal<?>> {

    private final Sealer sealer;
    private final Class<?> type;

    /** For texts; for what else there is when it is known where the value stands. */
    OpenedOnArrival(Sealer sealer) {
        this(sealer, String.class);
    }

    private OpenedOnArrival(Sealer sealer, Class<?> type) {
        this.sealer = sealer;
        this.type = type;
    }

    @Override
    public ValueDeserializer<?> createContextual(
            DeserializationContext context, @Nullable BeanProperty property) {
        return new OpenedOnArrival(
                sealer, context.getContextualType().containedTypeOrUnknown(0).getRawClass());
    }

    @Override
    public Personal<?> deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode form = context.readTree(parser);
        String subject = form.path("subject").asString();
        return form.path("erased").asBoolean(false)
                ? new Personal.Erased<>(subject)
                : sealer.open(
                        new Sealed(
                                subject,
                                form.path("sealed").asString(),
                                form.path("commitment").asString()),
                        type);
    }
}
