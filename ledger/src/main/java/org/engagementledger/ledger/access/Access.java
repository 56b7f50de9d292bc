package org.engagementledger.ledger.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.engagementledger.domain.casework.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to read something, and is shown it, or nothing.
 *
 * @param reader who asks
 * @param what what kind of thing
 * @param askedFor the id of the one thing that was asked for; null if it wasn't a single one, or
 *     what was sent hasn't the form of the ledger's ids: it could be anything
 * @param terms in which terms it was asked for
 * @param engagements the ids of those of which something is shown
 * @param shown how many entries are shown, of whatever kind
 */
public record Access(
        Actor reader,
        What what,
        @Nullable String askedFor,
        Terms terms,
        Set<String> engagements,
        int shown) {

    /**
     * An engagement's id is a UUID; a surgery's is made of its court and its start, that of an
     * action of the strategy of its plan and its number.
     */
    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
                            + "|[A-Za-z0-9]{1,20}-[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{4}"
                            + "|[a-z0-9][a-z0-9._-]{0,89}:[1-9][0-9]?[.][1-9][0-9]?");

    public Access {
        engagements = Set.copyOf(engagements);
        askedFor = askedFor != null && ID.matcher(askedFor).matches() ? askedFor : null;
    }

    /** In no terms. */
    public Access(
            Actor reader,
            What what,
            @Nullable String askedFor,
            Set<String> engagements,
            int shown) {
        this(reader, what, askedFor, Terms.NONE, engagements, shown);
    }

    /** Whether nothing is shown. */
    public boolean isInVain() {
        return shown == 0 && engagements.isEmpty();
    }
}
