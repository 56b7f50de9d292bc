package org.engagementledger.api.json;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value that is written as a text, and refuses those that can't be kept. */
final class Keepable<T> extends StdScalarDeserializer<T> {

    private final ValueDeserializer<? extends T> reader;
    private final BiPredicate<String, T> keepable;

    Keepable(
            Class<T> type, ValueDeserializer<? extends T> reader, BiPredicate<String, T> keepable) {
        super(type);
        this.reader = reader;
        this.keepable = keepable;
    }

    @Override
    @SuppressWarnings("unchecked") // the type is the one it was made with
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
        String text = parser.getString();
        T value = reader.deserialize(parser, context);
        return value == null || keepable.test(text, value)
                ? value
                : (T) context.handleWeirdStringValue(handledType(), text, "can't be kept");
    }
}
