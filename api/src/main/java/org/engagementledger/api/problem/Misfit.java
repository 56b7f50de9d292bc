package org.engagementledger.api.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What doesn't fit, and where: at a pointer into the body, at a parameter of the path or the query,
 * or in a header.
 *
 * @param code stable
 */
record Misfit(
        String code,
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String detail) {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,30}");

    /**
     * At a JSON pointer, or else at the parameter of the name.
     *
     * @param place a pointer begins with a slash, or is empty for the whole body
     */
    static Misfit at(String place, String code, String detail) {
        return isPointer(place)
                ? new Misfit(code, place, null, null, detail)
                : new Misfit(code, null, place, null, detail);
    }

    static Misfit header(String code, String name, String detail) {
        return new Misfit(code, null, null, name, detail);
    }

    /** Whether nothing can be hidden in a name that isn't known, so that it may be said again. */
    static boolean isHarmless(String name) {
        return HARMLESS.matcher(name).matches();
    }

    static boolean isPointer(String place) {
        return place.isEmpty() || place.startsWith("/");
    }
}
