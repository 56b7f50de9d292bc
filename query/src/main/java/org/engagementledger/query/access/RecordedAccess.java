package org.engagementledger.query.access;

import java.time.Instant;
import java.util.List;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.What;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked to read something.
 *
 * @param id tells it from all others
 * @param readAt when
 * @param actor the account that asked
 * @param role in which role
 * @param firm for which defence firm; null for everybody but the defence
 * @param what what kind of thing was asked for
 * @param askedFor the id of the one thing that was asked for; null if it wasn't a single one, or
 *     what was asked for hasn't the form of an id
 * @param terms in which terms it was asked for if it wasn't a single thing: names, codes and days,
 *     such as {@code table=SUMMARY per=WEEK}; null if in none, or in such as aren't kept
 * @param shown how many entries were shown; 0 if there was nothing that the reader may see
 * @param engagements the ids of those of which something was shown
 */
public record RecordedAccess(
        long id,
        Instant readAt,
        String actor,
        Role role,
        @Nullable String firm,
        What what,
        @Nullable String askedFor,
        @Nullable String terms,
        int shown,
        List<String> engagements) {

    public RecordedAccess {
        engagements = List.copyOf(engagements);
    }
}
