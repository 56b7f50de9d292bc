package org.engagementledger.ledger.json;

import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealed;
import org.engagementledger.ledger.sealing.Sealer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

final class SealedSerializer extends ValueSerializer<Personal<?>> {

    private final Sealer sealer;

    SealedSerializer(Sealer sealer) {
        this.sealer = sealer;
    }

    @Override
    public Class<?> handledType() {
        return Personal.class;
    }

    @Override
    public void serialize(
            Personal<?> value, JsonGenerator generator, SerializationContext context) {
        switch (value) {
            case Personal.Known<?> known -> {
                Sealed sealed = sealer.seal(known);
                write(sealed.subject(), sealed.sealed(), sealed.commitment(), generator);
            }
            case Personal.Unopened<?> unopened ->
                    write(unopened.subject(), unopened.sealed(), unopened.commitment(), generator);
            case Personal.Erased<?> erased -> {
                generator.writeStartObject();
                generator.writeStringProperty(SealedForm.SUBJECT, erased.subject());
                generator.writeBooleanProperty(SealedForm.ERASED, true);
                generator.writeEndObject();
            }
        }
    }

    private static void write(
            String subject, String sealed, String commitment, JsonGenerator generator) {
        generator.writeStartObject();
        generator.writeStringProperty(SealedForm.SUBJECT, subject);
        generator.writeStringProperty(SealedForm.SEALED, sealed);
        generator.writeStringProperty(SealedForm.COMMITMENT, commitment);
        generator.writeEndObject();
    }
}
