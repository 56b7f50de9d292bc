package org.engagementledger.query;

import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;

/** Who may read cases, and whose. */
public final class CaseReaders {

    private static final Set<Role> ROLES =
            Set.of(
                    Role.DEFENCE_PRACTITIONER,
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.COORDINATOR,
                    Role.AUDITOR,
                    Role.SYSTEM);

    private CaseReaders() {}

    /** Whether somebody in this role may at all; the defence only those of its own firm. */
    public static boolean include(Role role) {
        return ROLES.contains(role);
    }

    /** Whether whose a case is makes no difference to this reader. */
    public static boolean seeAllFirms(Actor reader) {
        return include(reader.role()) && reader.role() != Role.DEFENCE_PRACTITIONER;
    }

    /**
     * The firm whose cases the reader may see if not those of all; a practitioner without one has
     * no cases, nor those of litigants in person.
     */
    public static String ownFirm(Actor reader) {
        return reader.firm() == null ? "" : reader.firm().value();
    }
}
