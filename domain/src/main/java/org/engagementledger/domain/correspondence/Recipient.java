package org.engagementledger.domain.correspondence;

import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom a letter is addressed.
 *
 * @param id tells them from the others within one correspondence, such as {@code defence-1}: the
 *     same person at the same address keeps it
 * @param account their login; null if they are known by their address alone
 * @param firm the defence firm they act for; null for everybody else
 * @param address their e-mail address, if known
 * @param secure whether it is secure: case data goes to no other
 */
public record Recipient(
        String id,
        Part part,
        @Nullable String account,
        @Nullable FirmId firm,
        @Nullable Personal<String> address,
        boolean secure,
        Delivery delivery) {

    /** Whether there is an address of which this says nothing. */
    public boolean withholdsAddress() {
        return address == null && delivery != Delivery.NO_ADDRESS;
    }

    /** The same for whoever may not know how they are reached. */
    public Recipient withoutAddress() {
        return new Recipient(id, part, account, firm, null, secure, delivery);
    }
}
