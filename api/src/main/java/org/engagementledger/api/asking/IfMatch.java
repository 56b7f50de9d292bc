package org.engagementledger.api.asking;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.problem.Misasked;
import org.jspecify.annotations.Nullable;

/**
 * On which version of an engagement a request rests (RFC 9110, 13.1.1). An entity tag is the
 * version in quotes; one of another kind, or a weak one, is well-formed and matches none.
 *
 * @param given whether the request says anything of it
 * @param versions those that match; null if any does, for {@code *} or for want of a header
 */
public record IfMatch(boolean given, @Nullable Set<Long> versions) {

    public static final String HEADER = "If-Match";

    /** What a request says that rests on no version. */
    public static final IfMatch NONE = new IfMatch(false, null);

    /** One element of the list, which may be empty, and the comma or the end behind it. */
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "\\G[ \\t]*(?:(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"[ \\t]*)?(?:,|$)");

    private static final Pattern VERSION = Pattern.compile("0|[1-9][0-9]{0,17}");

    public IfMatch {
        versions = versions == null ? null : Set.copyOf(versions);
    }

    /**
     * What a request says.
     *
     * @param values of all headers of the name, which are one list
     * @throws Misasked if they aren't {@code *} or entity tags
     */
    public static IfMatch in(List<String> values) {
        if (values.isEmpty()) {
            return NONE;
        }
        String all = String.join(",", values).strip();
        if (all.equals("*")) {
            return new IfMatch(true, null);
        }
        Set<Long> versions = new TreeSet<>();
        Matcher element = ELEMENT.matcher(all);
        boolean tagged = false;
        int end = 0;
        while (end < all.length() && element.find()) {
            end = element.end();
            String tag = element.group(2);
            tagged |= tag != null;
            if (tag != null && element.group(1) == null && VERSION.matcher(tag).matches()) {
                versions.add(Long.valueOf(tag));
            }
        }
        if (!tagged || end < all.length()) {
            throw Misasked.header(
                    HEADER,
                    "IF_MATCH_MALFORMED",
                    "Expected: * or entity tags such as \"5\", as an answer's ETag gives them.");
        }
        return new IfMatch(true, versions);
    }

    /**
     * For what may overwrite what somebody else has just written.
     *
     * @throws Misasked if the request doesn't say on which version it rests
     */
    public void required() {
        if (!given) {
            throw Misasked.unconditional(
                    HEADER,
                    "IF_MATCH_REQUIRED",
                    "Say which version you have read, such as If-Match: \"5\": somebody else may"
                            + " have written since. The version is the ETag of the last answer.");
        }
    }

    /**
     * For what makes something new.
     *
     * @throws Misasked if the request rests on a version all the same
     */
    public void impossible() {
        if (given) {
            throw Misasked.unmatched(
                    HEADER, "NOTHING_TO_MATCH", "What is yet to be made has no version to match.");
        }
    }
}
