package org.engagementledger.query.schedule;

import java.util.Optional;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.CaseReaders;

/** Who may read the schedule, and what of it: the only place that knows. */
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

    /**
     * The OU codes of the courts whose sessions alone the reader may see: contacts see those that
     * they attend. Empty for whoever sees those of all courts.
     */
    public static Optional<Set<String>> courts(Actor reader) {
        return isContact(reader.role()) ? Optional.of(reader.courts()) : Optional.empty();
    }

    /** Whether the reader is shown how people are reached who attend for the authorities. */
    public static boolean seeAddresses(Role role) {
        return role == Role.COORDINATOR || role == Role.AUDITOR || role == Role.SYSTEM;
    }

    /** Whether the reader is told in words why a slot is blocked. */
    static boolean seeReasons(Role role) {
        return CaseReaders.include(role) && role != Role.DEFENCE_PRACTITIONER;
    }

    /** Whether the reader is told the case and what is to be discussed, but not whose it is. */
    public static boolean isContact(Role role) {
        return CONTACTS.contains(role);
    }
}
