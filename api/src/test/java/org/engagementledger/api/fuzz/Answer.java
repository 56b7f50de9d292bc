package org.engagementledger.api.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 if nothing came
 * @param headers by their names in small letters
 */
record Answer(int status, Map<String, List<String>> headers, String body) {

    static final Answer NONE = new Answer(0, Map.of(), "");

    /** The first of the name; empty if there is none. */
    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of("")).getFirst();
    }

    String mediaType() {
        return header("Content-Type").replaceAll(";.*", "").strip();
    }

    @Override
    public String toString() {
        return "%d %s\n%s"
                .formatted(
                        status, headers, body.length() > 2_000 ? body.substring(0, 2_000) : body);
    }
}
