package org.engagementledger.ledger.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Builds the ledger's mappers. Both read what the sealing one writes; they differ in how they write
 * what is personal.
 *
 * <ul>
 *   <li>Components stand in the order of their declaration, the entries of a map in the order of
 *       their keys. Sets have an order only if their type has one.
 *   <li>What is null or empty by type ({@link java.util.Optional}) is left out; empty lists are
 *       not.
 *   <li>Enums go by their names, dates are ISO dates, instants are in UTC with exactly three
 *       decimals: what is finer is cut off, on reading too.
 *   <li>An id, or whatever else of the domain is a single text named {@code value}, is that text.
 *   <li>No class is ever named, and an unknown property is an error.
 * </ul>
 *
 * <p>A personal value is sealed as {@code {"subject":…,"sealed":…,"commitment":…}}. One that has
 * been erased is passed on as {@code {"subject":…,"erased":true}}.
 *
 * <p>What the {@link Sealer} throws, above all {@link
 * org.engagementledger.ledger.sealing.SealBroken}, is the cause of the {@link
 * tools.jackson.core.JacksonException} that tells where.
 */
public final class LedgerJson {

    private static final JsonFactory TOKENS = new JsonFactory();

    private LedgerJson() {}

    /** For whatever is stored or sent: personal values are written sealed. */
    public static JsonMapper sealed(Sealer sealer) {
        return sealedBuilder(sealer).build();
    }

    /** As {@link #sealed}, to be extended. */
    public static JsonMapper.Builder sealedBuilder(Sealer sealer) {
        return builder(sealer, new SealedSerializer(sealer));
    }

    /**
     * For answers to those who may see what is in them: personal values are written in the clear,
     * or as {@code {"erased":true}}. It reads the sealed form.
     */
    public static JsonMapper open(Sealer sealer) {
        return openBuilder(sealer).build();
    }

    /** As {@link #open}, to be extended. */
    public static JsonMapper.Builder openBuilder(Sealer sealer) {
        return builder(sealer, new OpenSerializer());
    }

    /**
     * The subjects of the sealed values in a stored text, for {@link
     * org.engagementledger.ledger.sealing.Keyring#preload}: collect those of all texts that are
     * about to be read.
     *
     * @throws tools.jackson.core.JacksonException if it isn't JSON
     */
    public static Set<String> subjects(String json) {
        Set<String> subjects = new HashSet<>();
        try (JsonParser parser =
                TOKENS.createParser(ObjectReadContext.empty(), new StringReader(json))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING
                        && SealedForm.SUBJECT.equals(parser.currentName())) {
                    String subject = parser.getString();
                    if (SealedForm.SEALED.equals(parser.nextName())) {
                        subjects.add(subject);
                    }
                }
            }
        }
        return subjects;
    }

    private static JsonMapper.Builder builder(
            Sealer sealer, ValueSerializer<Personal<?>> personalSerializer) {
        SimpleModule ledger =
                new SimpleModule("engagement-ledger") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void setupModule(SetupContext context) {
                        super.setupModule(context);
                        context.appendAnnotationIntrospector(new SingleValues());
                    }
                };
        ledger.addSerializer(personalSerializer);
        ledger.addDeserializer(Personal.class, new PersonalDeserializer(sealer));
        ledger.addSerializer(Instant.class, new InstantSerializer());
        return JsonMapper.builder()
                .addModule(ledger)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(
                        EnumFeature.READ_ENUMS_USING_TO_STRING,
                        EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DateTimeFeature.TRUNCATE_TO_MSECS_ON_READ);
    }
}
