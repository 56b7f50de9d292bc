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
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            String own = list + " ";
            int end = text.indexOf(' ', own.length());
            return !text.startsWith(own) || end < 0 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(
                            new Cursor(
                                    Long.parseLong(text.substring(own.length(), end)),
                                    text.substring(end + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
