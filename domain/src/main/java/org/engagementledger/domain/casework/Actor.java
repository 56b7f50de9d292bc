package org.engagementledger.domain.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param id the account's stable id, never a name
 * @param role the role in which they ask
 * @param firm the defence firm they act for; null for everybody else
 * @param courts the OU codes of the courts whose sessions they attend; empty for whoever isn't a
 *     court's contact
 */
public record Actor(String id, Role role, @Nullable FirmId firm, Set<String> courts) {

    public Actor {
        courts = Set.copyOf(courts);
    }

    /** Somebody who isn't a court's contact. */
    public Actor(String id, Role role, @Nullable FirmId firm) {
        this(id, role, firm, Set.of());
    }
}
