package org.engagementledger.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a list ended: the next begins after it, whatever has been added meanwhile.
 *
 * @param key what the list is ordered by
 * @param id what tells apart those with the same
 */
public record Cursor(long key, String id) {

    /**
     * As it stands in an address.
     *
     * @param list which list it is a page of, and in which order: without spaces
     */
    public String encoded(String list) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + " " + key + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it isn't one, or one of another list. */
    public static Optional<Cursor> decode(String list, String encoded) {
        String own = list + " ";
        return text(encoded)
                .filter(text -> text.startsWith(own))
                .flatMap(text -> read(text.substring(own.length())));
    }

    /** Of whichever list it is one; empty if it isn't one. */
    public static Optional<Cursor> decode(String encoded) {
        return text(encoded).flatMap(text -> read(text.substring(text.indexOf(' ') + 1)));
    }

    private static Optional<String> text(String encoded) {
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** From key and id. */
    private static Optional<Cursor> read(String text) {
        int end = text.indexOf(' ');
        try {
            return end < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Cursor(
                                    Long.parseLong(text.substring(0, end)),
                                    text.substring(end + 1)));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}
