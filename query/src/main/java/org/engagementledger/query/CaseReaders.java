package org.engagementledger.query;

import java.util.Set;
import org.engagementledger.domain.casework.Role;

/** Who may read cases at all. */
public final class CaseReaders {

    private static final Set<Role> ROLES =
            Set.of(
                    Role.DEFENCE_PRACTITIONER,
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.COORDINATOR,
                    Role.AUDITOR);

    private CaseReaders() {}

    /** Whether somebody in this role may; the defence only those of its own firm. */
    public static boolean include(Role role) {
        return ROLES.contains(role);
    }
}
