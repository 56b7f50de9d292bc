package org.engagementledger.query.access;

import java.time.Instant;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.What;
import org.jspecify.annotations.Nullable;

/**
 * Which accesses are wanted; null wants all.
 *
 * @param actor the account that asked
 * @param role in which role
 * @param firm for which defence firm
 * @param what what kind of thing was asked for
 * @param askedFor the id of the one thing that was asked for, whether or not it was shown
 * @param engagement the id of an engagement of which something was shown
 * @param shown whether anything was shown
 * @param from the first instant
 * @param until the first instant after the last
 */
public record AccessFilter(
        @Nullable String actor,
        @Nullable Role role,
        @Nullable String firm,
        @Nullable What what,
        @Nullable String askedFor,
        @Nullable String engagement,
        @Nullable Boolean shown,
        @Nullable Instant from,
        @Nullable Instant until) {}
