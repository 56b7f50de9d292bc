package org.engagementledger.ledger.access;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which terms something was asked for that isn't a single thing, such as a table's name and the
 * days that it is of. Names, codes and days only, so that nothing personal is among them; what
 * wasn't asked for is left out.
 *
 * @param words the terms, such as {@code table=SUMMARY per=WEEK from=2020-11-02}; empty if there
 *     are none
 */
public record Terms(String words) {

    /** Nothing was said but what kind of thing. */
    public static final Terms NONE = new Terms("");

    /** A court's OU code, or that of a trial's outcome. */
    private static final Pattern CODE =
            Pattern.compile("[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}|[A-Z][0-9]?");

    /** The terms, and one more that is one of the ledger's own names. */
    public Terms and(String name, @Nullable Enum<?> value) {
        return value == null ? this : with(name, value.name());
    }

    /** The terms and a day. */
    public Terms and(String name, @Nullable LocalDate day) {
        return day == null ? this : with(name, day.toString());
    }

    /** The terms and a code, of a court or an outcome; what can't be one is left out. */
    public Terms andCode(String name, @Nullable String code) {
        return code == null || !CODE.matcher(code).matches() ? this : with(name, code);
    }

    private Terms with(String name, String value) {
        return new Terms((words + " " + name + "=" + value).strip());
    }
}
