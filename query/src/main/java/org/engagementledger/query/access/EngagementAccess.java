package org.engagementledger.query.access;

import java.time.Instant;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.What;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was shown something of an engagement.
 *
 * @param readAt when
 * @param actor the account that was shown it
 * @param role in which role
 * @param firm for which defence firm; null for everybody but the defence
 * @param what as part of what
 */
public record EngagementAccess(
        Instant readAt, String actor, Role role, @Nullable String firm, What what) {}
