package org.engagementledger.api.invitation;

import java.util.List;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.springframework.stereotype.Component;

/** Whoever is told what needs attention. */
@Component
class Coordinator {

    /** The address is the operator's to name, and about no case. */
    private static final String SUBJECT = "coordinator";

    private final InvitationProperties properties;
    private final Guests guests;

    Coordinator(InvitationProperties properties, Guests guests) {
        this.properties = properties;
        this.guests = guests;
    }

    /** From whom notices come. */
    String organiser() {
        return properties.organiser();
    }

    /**
     * The coordinator as a recipient.
     *
     * @param letters what was written in the same correspondence before
     */
    Recipient recipient(List<WrittenLetter> letters) {
        String address = properties.coordinator();
        return guests.recipients(
                        List.of(
                                new Guests.Guest(
                                        Part.COORDINATOR,
                                        null,
                                        null,
                                        address == null ? null : Personal.known(SUBJECT, address),
                                        true)),
                        Guests.former(letters))
                .getFirst();
    }
}
