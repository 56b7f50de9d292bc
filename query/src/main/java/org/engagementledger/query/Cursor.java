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

    /** As it stands in an address. */
    public String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((key + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if it isn't one. */
    public static Optional<Cursor> decode(String encoded) {
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            return space < 1 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(
                            new Cursor(
                                    Long.parseLong(text.substring(0, space)),
                                    text.substring(space + 1)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
