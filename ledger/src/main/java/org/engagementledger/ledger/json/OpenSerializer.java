package org.engagementledger.ledger.json;

import org.engagementledger.domain.casework.Personal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

final class OpenSerializer extends ValueSerializer<Personal<?>> {

    @Override
    public Class<?> handledType() {
        return Personal.class;
    }

    @Override
    public void serialize(
            Personal<?> value, JsonGenerator generator, SerializationContext context) {
        switch (value) {
            case Personal.Known<?> known -> context.writeValue(generator, known.secret());
            case Personal.Erased<?> _ -> {
                generator.writeStartObject();
                generator.writeBooleanProperty(SealedForm.ERASED, true);
                generator.writeEndObject();
            }
        }
    }
}
