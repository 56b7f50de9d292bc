package org.engagementledger.api.read;

import java.util.Optional;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.query.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Pages of a list, from cursor to cursor; the {@code Link} header leads to the next (RFC 8288). */
public final class Pages {

    /** How many are on a page unless it is said otherwise. */
    public static final String USUAL = "50";

    private static final int LARGEST = 500;

    private Pages() {}

    /** How many are wanted; refuses all but 1 to 500. */
    public static int limit(int asked, Inquiry inquiry) {
        if (asked < 1 || asked > LARGEST) {
            inquiry.refuse(
                    "limit", "PAGE_OUT_OF_RANGE", "A page holds 1 to " + LARGEST + " entries.");
        }
        return asked;
    }

    /**
     * Where the page before ended; null to begin. Refuses what is no cursor of ours.
     *
     * @param list which list it must be a page of, and in which order; null if that can't be told,
     *     for what says it is refused itself
     */
    public static @Nullable Cursor after(
            @Nullable String asked, @Nullable String list, Inquiry inquiry) {
        if (asked == null || inquiry.refuses("after")) {
            return null;
        }
        Optional<Cursor> cursor = list == null ? Cursor.decode(asked) : Cursor.decode(list, asked);
        if (cursor.isEmpty()) {
            inquiry.refuse(
                    "after",
                    "CURSOR_MALFORMED",
                    "A cursor is what the Link header of the page before says.");
        }
        return cursor.orElse(null);
    }

    /**
     * The page, with the address of the next if there is one: this request's own, but for where it
     * begins.
     */
    public static <T> ResponseEntity<T> page(T body, @Nullable String next) {
        return leadingTo("after", next).body(body);
    }

    /**
     * A page, still without what is on it, with the address of the next if there is one.
     *
     * @param parameter which says where a page begins
     * @param next where the next one does
     */
    public static ResponseEntity.BodyBuilder leadingTo(String parameter, @Nullable Object next) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok();
        if (next != null) {
            String address =
                    ServletUriComponentsBuilder.fromCurrentRequest()
                            .scheme(null)
                            .host(null)
                            .port(null)
                            .replaceQueryParam("at")
                            .replaceQueryParam(parameter, next)
                            .build(true)
                            .toUriString();
            response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        }
        return response;
    }
}
