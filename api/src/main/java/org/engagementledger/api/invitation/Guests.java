package org.engagementledger.api.invitation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.correspondence.Delivery;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes recipients of people. Whoever was written to before in the same part, at the same address,
 * keeps their id; anybody else gets one of their own.
 */
@Component
class Guests {

    private final InvitationProperties properties;
    private final Reveal reveal;
    private final PostOffice office;

    Guests(InvitationProperties properties, Reveal reveal, PostOffice office) {
        this.properties = properties;
        this.reveal = reveal;
        this.office = office;
    }

    /**
     * Somebody to be written to.
     *
     * @param account their login; null if they are known by their address alone
     * @param address null if it isn't known
     * @param trusted false if somebody has said that the address isn't a secure one
     */
    record Guest(
            Part part,
            @Nullable String account,
            @Nullable FirmId firm,
            @Nullable Personal<String> address,
            boolean trusted) {

        /** Who attends a session for the authorities. */
        static Guest of(HostRole role, @Nullable String login, @Nullable Personal<String> email) {
            return new Guest(
                    switch (role) {
                        case LEAD -> Part.LEAD;
                        case HMCTS_CONTACT -> Part.HMCTS_CONTACT;
                        case POLICE_CONTACT -> Part.POLICE_CONTACT;
                    },
                    login,
                    null,
                    email,
                    true);
        }

        static Guest of(Host host) {
            return of(host.role(), host.login(), host.email());
        }
    }

    /** Whoever was written to, the latest of each id. */
    static List<Recipient> former(List<WrittenLetter> letters) {
        Map<String, Recipient> known = new LinkedHashMap<>();
        letters.forEach(letter -> letter.recipients().forEach(it -> known.put(it.id(), it)));
        return List.copyOf(known.values());
    }

    /** These people as recipients. */
    List<Recipient> recipients(List<Guest> guests, List<Recipient> former) {
        List<Recipient> known = new ArrayList<>(former);
        List<Recipient> recipients = new ArrayList<>();
        for (Guest guest : guests) {
            Recipient recipient = recipient(guest, known);
            known.add(recipient);
            if (recipients.stream().noneMatch(it -> it.id().equals(recipient.id()))) {
                recipients.add(recipient);
            }
        }
        return recipients;
    }

    private Recipient recipient(Guest guest, List<Recipient> known) {
        Optional<String> address = reveal.text(guest.address());
        return new Recipient(
                id(guest, address, known),
                guest.part(),
                guest.account(),
                guest.firm(),
                guest.address(),
                guest.trusted() && address.filter(properties::isSecure).isPresent(),
                delivery(address));
    }

    private String id(Guest guest, Optional<String> address, List<Recipient> known) {
        return known.stream()
                .filter(it -> it.part() == guest.part())
                .filter(it -> Objects.equals(it.account(), guest.account()))
                .filter(it -> Objects.equals(it.firm(), guest.firm()))
                .filter(it -> reveal.text(it.address()).equals(address))
                .map(Recipient::id)
                .findFirst()
                .orElseGet(() -> next(guest.part(), known));
    }

    private static String next(Part part, List<Recipient> known) {
        long taken =
                known.stream()
                        .filter(it -> it.part() == part)
                        .map(Recipient::id)
                        .distinct()
                        .count();
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + (taken + 1);
    }

    private Delivery delivery(Optional<String> address) {
        if (address.isEmpty()) {
            return Delivery.NO_ADDRESS;
        }
        if (address.filter(MailAddress::isUsable).isEmpty()) {
            return Delivery.ADDRESS_UNUSABLE;
        }
        return office.isOpen() ? Delivery.MAIL : Delivery.NO_SERVER;
    }
}
