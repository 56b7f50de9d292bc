package org.engagementledger.ledger.json;

import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealed;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads the sealed form; what type the value has is said by where it stands, such as in a
 * component.
 */
final class PersonalDeserializer extends ValueDeserializer<Personal<?>> {

    private final Sealer sealer;
    private final @Nullable Class<?> type;

    PersonalDeserializer(Sealer sealer) {
        this(sealer, null);
    }

    private PersonalDeserializer(Sealer sealer, @Nullable Class<?> type) {
        this.sealer = sealer;
        this.type = type;
    }

    @Override
    public ValueDeserializer<?> createContextual(
            DeserializationContext context, @Nullable BeanProperty property) {
        JavaType personal = context.getContextualType();
        Class<?> contained = personal.containedTypeOrUnknown(0).getRawClass();
        if (!Sealer.seals(contained)) {
            return context.reportBadDefinition(
                    personal,
                    "A personal value is a text or a date, not any " + contained.getName());
        }
        return new PersonalDeserializer(sealer, contained);
    }

    @Override
    public Personal<?> deserialize(JsonParser parser, DeserializationContext context) {
        SealedForm form = context.readValue(parser, SealedForm.class);
        String subject = form.subject();
        String sealed = form.sealed();
        String commitment = form.commitment();
        if (type != null && subject != null) {
            if (sealed != null && commitment != null && form.erased() == null) {
                return sealer.open(new Sealed(subject, sealed, commitment), type);
            }
            if (sealed == null && commitment == null && Boolean.TRUE.equals(form.erased())) {
                return new Personal.Erased<>(subject);
            }
        }
        return context.reportInputMismatch(this, "Neither a sealed value nor an erased one");
    }
}
