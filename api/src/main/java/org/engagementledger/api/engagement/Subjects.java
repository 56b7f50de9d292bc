package org.engagementledger.api.engagement;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Whom the personal values of a request are about: each person, and the case, has a key of its own.
 * The same request gives the same keys, and no two requests the same person's.
 *
 * @param engagement the case
 * @param request what tells this request from others
 */
record Subjects(EngagementId engagement, String request) {

    private static final int ENOUGH = 12;

    /** A text about the case. */
    Personal<String> words(String text) {
        return Personal.known("engagement/" + engagement, text);
    }

    /** The same; null if it was left out. */
    @Nullable Personal<String> text(@Nullable String text) {
        return text == null ? null : words(text);
    }

    /** A value about a person whom this request brings in, by where in it they stand. */
    <T> Personal<T> about(String person, T value) {
        return Personal.known(
                "engagement/" + engagement + "/" + person + "/" + request.substring(0, ENOUGH),
                value);
    }

    /** The same; null if it was left out. */
    <T> @Nullable Personal<T> of(String person, @Nullable T value) {
        return value == null ? null : about(person, value);
    }
}
