package org.engagementledger.ledger.json;

import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Reads the sealed form, and opens nothing: whoever shows a value to somebody opens it. */
final class PersonalDeserializer extends ValueDeserializer<Personal<?>> {

    @Override
    public ValueDeserializer<?> createContextual(
            DeserializationContext context, @Nullable BeanProperty property) {
        JavaType personal = context.getContextualType();
        Class<?> contained = personal.containedTypeOrUnknown(0).getRawClass();
        return Sealer.seals(contained)
                ? this
                : context.reportBadDefinition(
                        personal,
                        "A personal value is a text or a date, not any " + contained.getName());
    }

    @Override
    public Personal<?> deserialize(JsonParser parser, DeserializationContext context) {
        SealedForm form = context.readValue(parser, SealedForm.class);
        String subject = form.subject();
        String sealed = form.sealed();
        String commitment = form.commitment();
        if (subject != null) {
            if (sealed != null && commitment != null && form.erased() == null) {
                return new Personal.Unopened<>(subject, sealed, commitment);
            }
            if (sealed == null && commitment == null && Boolean.TRUE.equals(form.erased())) {
                return new Personal.Erased<>(subject);
            }
        }
        return context.reportInputMismatch(this, "Neither a sealed value nor an erased one");
    }
}
