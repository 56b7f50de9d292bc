package org.engagementledger.ledger.sealing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes that are sealed and committed to: a JSON string in UTF-8, escaped as RFC 8785 says,
 * holding a text as it is or a date in ISO form. They must never change, or commitments could no
 * longer be shown to be true.
 */
final class Clear {

    private static final Set<Class<?>> TYPES = Set.of(String.class, LocalDate.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private Clear() {}

    static boolean canBe(Class<?> type) {
        return TYPES.contains(type);
    }

    static byte[] bytes(Object value) {
        String text =
                switch (value) {
                    case String string -> string;
                    case LocalDate date -> date.toString();
                    default ->
                            throw new IllegalArgumentException(
                                    "A personal value is a text or a date, not a "
                                            + value.getClass().getName());
                };
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("A personal text holds half a character");
        }
        return JSON.writeValueAsBytes(text);
    }

    static <T> T value(byte[] bytes, Class<T> type) {
        String text = JSON.readValue(bytes, String.class);
        return type.cast(type == LocalDate.class ? LocalDate.parse(text) : text);
    }
}
