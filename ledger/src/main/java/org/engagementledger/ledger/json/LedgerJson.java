package org.engagementledger.ledger.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Builds the ledger's mapper, for whatever is stored or sent. Personal values are written sealed,
 * and read unopened: {@link Opener} opens them for whoever may see them.
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
 * <p>A personal value is sealed as {@code {"subject":…,"sealed":…,"commitment":…}}. One that was
 * read is written as it was; one that has been erased is passed on as {@code
 * {"subject":…,"erased":true}}.
 */
public final class LedgerJson {

    private LedgerJson() {}

    /** The mapper. */
    public static JsonMapper sealed(Sealer sealer) {
        return sealedBuilder(sealer).build();
    }

    /** The same, to be extended. */
    public static JsonMapper.Builder sealedBuilder(Sealer sealer) {
        SimpleModule ledger =
                new SimpleModule("engagement-ledger") {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public void setupModule(SetupContext context) {
                        super.setupModule(context);
                        context.appendAnnotationIntrospector(new SingleValues());
                    }
                };
        ledger.addSerializer(new SealedSerializer(sealer));
        ledger.addDeserializer(Personal.class, new PersonalDeserializer());
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
