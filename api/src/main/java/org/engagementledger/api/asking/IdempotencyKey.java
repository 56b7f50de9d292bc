package org.engagementledger.api.asking;

import java.util.List;
import java.util.regex.Pattern;
import org.engagementledger.api.problem.Misasked;
import org.jspecify.annotations.Nullable;

/** The header under whose value a request may be repeated. */
public final class IdempotencyKey {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private IdempotencyKey() {}

    /**
     * The key of a request; null if it has none.
     *
     * @param values of all headers of the name
     * @throws Misasked if there are several, or it isn't 1 to 255 printable ASCII characters
     */
    public static @Nullable String in(List<String> values) {
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1 || !PRINTABLE.matcher(values.getFirst()).matches()) {
            throw Misasked.header(
                    HEADER,
                    "IDEMPOTENCY_KEY_MALFORMED",
                    "A key has 1 to 255 printable ASCII characters, and a request has one key.");
        }
        return values.getFirst();
    }
}
