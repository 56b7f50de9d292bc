package org.engagementledger.domain.calendar;

/** What can be asked of a calendar. */
public sealed interface CalendarCommand {

    CalendarId calendar();

    /**
     * Lets it be read by whoever has its address.
     *
     * @param of which one: a court's OU code, a lead's login, a firm's id
     * @param hash SHA-256 of the secret in its address, in hexadecimal
     */
    record Open(CalendarId calendar, CalendarKind kind, String of, String hash)
            implements CalendarCommand {

        /** What is asked, whatever the address. */
        public Open withoutHash() {
            return new Open(calendar, kind, of, "");
        }
    }

    /** Takes its address back. */
    record Revoke(CalendarId calendar) implements CalendarCommand {}
}
