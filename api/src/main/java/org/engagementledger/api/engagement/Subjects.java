package org.engagementledger.api.engagement;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Whom the personal values of a request are about: each person, and the case, has a key of its own.
 * The same request gives the same keys.
 *
 * @param engagement the case
 * @param request what tells this request from others on the same case
 */
record Subjects(EngagementId engagement, String request) {

    private static final int ENOUGH = 12;

    /** A text about the case. */
    @Nullable Personal<String> text(@Nullable String text) {
        return text == null ? null : Personal.known("engagement/" + engagement, text);
    }

    /**
     * A value about a person that this request brings in, by what they are and, of several, which.
     */
    <T> @Nullable Personal<T> of(String person, @Nullable T value) {
        return value == null
                ? null
                : Personal.known(
                        "engagement/"
                                + engagement
                                + "/"
                                + person
                                + "/"
                                + request.substring(0, ENOUGH),
                        value);
    }
}
