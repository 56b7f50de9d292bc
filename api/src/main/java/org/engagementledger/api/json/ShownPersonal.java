package org.engagementledger.api.json;

import org.engagementledger.domain.casework.Personal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** A personal value in an answer: in the clear, or that it was erased. It has been opened. */
final class ShownPersonal extends ValueSerializer<Personal<?>> {

    @Override
    public Class<?> handledType() {
        return Personal.class;
    }

    @Override
    public void serialize(Personal<?> value, JsonGenerator json, SerializationContext context) {
        value.value()
                .ifPresentOrElse(
                        known -> json.writeString(known.toString()),
                        () -> {
                            json.writeStartObject();
                            json.writeBooleanProperty("erased", true);
                            json.writeEndObject();
                        });
    }
}
