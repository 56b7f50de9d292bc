package org.engagementledger.domain.calendar;

import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody let a calendar be read by whoever has its address.
 *
 * @param of which one: a court's OU code, a lead's login, a firm's id
 * @param owner the account of whoever opened it
 * @param role in which role: it shows no more than they may see in it
 * @param firm for which defence firm; null for everybody but the defence
 * @param hash SHA-256 of the secret in its address, in hexadecimal; the secret is kept nowhere
 */
public record CalendarOpened(
        CalendarId calendar,
        CalendarKind kind,
        String of,
        String owner,
        Role role,
        @Nullable FirmId firm,
        String hash)
        implements CalendarEvent {}
