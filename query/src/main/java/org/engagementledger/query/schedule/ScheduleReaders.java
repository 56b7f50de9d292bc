package org.engagementledger.query.schedule;

import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.CaseReaders;

/** Who may read the schedule, and what of it. */
public final class ScheduleReaders {

    private static final Set<Role> CONTACTS = Set.of(Role.HMCTS_CONTACT, Role.POLICE_CONTACT);

    private ScheduleReaders() {}

    /** Whether somebody in this role may read it at all. */
    public static boolean include(Role role) {
        return CaseReaders.include(role) || isContact(role);
    }

    /**
     * Whether the reader may ask for a firm's bookings: the defence for its own firm's, contacts
     * for nobody's, since they aren't told whose a booking is.
     */
    public static boolean mayAskFor(String firm, Actor reader) {
        return switch (reader.role()) {
            case DEFENCE_PRACTITIONER -> new FirmId(firm).equals(reader.firm());
            case HMCTS_CONTACT, POLICE_CONTACT -> false;
            default -> include(reader.role());
        };
    }

    /** Whether the reader is told the case and what is to be discussed, but not whose it is. */
    static boolean isContact(Role role) {
        return CONTACTS.contains(role);
    }
}
