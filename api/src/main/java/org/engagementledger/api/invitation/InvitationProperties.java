package org.engagementledger.api.invitation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets under {@code ledger.invitations}. Mail is sent if {@code spring.mail.host}
 * names a server; else letters are kept, and can be read and opened as calendar files.
 *
 * @param organiser the surgery's address: invitations come from it, and answers go to it. An
 *     invitation keeps the one that it was first sent with
 * @param coordinator the address of whoever is told what needs attention; null if nobody is told by
 *     mail
 * @param secureDomains the domains to whose addresses case data may be mailed, those below them
 *     included; to any other goes a reference, the time and the link
 */
@ConfigurationProperties("ledger.invitations")
public record InvitationProperties(
        @DefaultValue("no-reply@engagement-ledger.invalid") String organiser,
        @Nullable String coordinator,
        @DefaultValue("cjsm.net") List<String> secureDomains) {

    /**
     * @throws IllegalArgumentException if mail can't come from the organiser's address, or go to
     *     the coordinator's
     */
    public InvitationProperties {
        if (!MailAddress.isUsable(organiser)) {
            throw new IllegalArgumentException(
                    "ledger.invitations.organiser isn't an address that mail can come from");
        }
        if (coordinator != null && !MailAddress.isUsable(coordinator)) {
            throw new IllegalArgumentException(
                    "ledger.invitations.coordinator isn't an address that mail can go to");
        }
        secureDomains =
                secureDomains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether case data may be mailed to this address. */
    boolean isSecure(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return secureDomains.stream()
                .anyMatch(secure -> domain.equals(secure) || domain.endsWith("." + secure));
    }
}
