package org.engagementledger.ledger.names;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import javax.sql.DataSource;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The ledger's JSON, but for the seal: a sealed value has the shape of the real one and the value
 * itself in the place of its encryption, so that the same event is always the same text.
 */
final class ReadableSeals {

    private static final String COMMITMENT = "(commitment)";

    private ReadableSeals() {}

    /** The ledger's own mapper with readable seals. */
    static JsonMapper mapper(Path temporary) {
        DataSource nowhere = new DriverManagerDataSource("jdbc:none");
        MasterKey key = MasterKey.createFile(temporary.resolve("master.json"));
        SimpleModule readable = new SimpleModule("readable-seals");
        readable.addSerializer(new Writer());
        readable.addDeserializer(Personal.class, new Reader(String.class));
        return LedgerJson.sealedBuilder(new Sealer(new Keyring(nowhere, key)))
                .addModule(readable)
                .build();
    }

    private static final class Writer extends ValueSerializer<Personal<?>> {

        @Override
        public Class<?> handledType() {
            return Personal.class;
        }

        @Override
        public void serialize(
                Personal<?> value, JsonGenerator generator, SerializationContext context) {
            Object secret = value.value().orElseThrow();
            generator.writeStartObject();
            generator.writeStringProperty("subject", value.subject());
            generator.writeStringProperty("sealed", "(sealed) " + secret);
            generator.writeStringProperty("commitment", COMMITMENT);
            generator.writeEndObject();
        }
    }

    private static final class Reader extends ValueDeserializer<Personal<?>> {

        private final Class<?> type;

        Reader(Class<?> type) {
            this.type = type;
        }

        @Override
        public ValueDeserializer<?> createContextual(
                DeserializationContext context, @Nullable BeanProperty property) {
            return new Reader(context.getContextualType().containedTypeOrUnknown(0).getRawClass());
        }

        @Override
        public Personal<?> deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode sealed = context.readTree(parser);
            String secret = text(sealed, "sealed").substring("(sealed) ".length());
            String subject = text(sealed, "subject");
            return type == LocalDate.class
                    ? Personal.known(subject, LocalDate.parse(secret))
                    : Personal.known(subject, secret);
        }

        private static String text(JsonNode sealed, String property) {
            return Objects.requireNonNull(sealed.get(property), property).stringValue();
        }
    }
}
