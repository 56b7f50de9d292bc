package org.engagementledger.api.invitation;

import java.util.regex.Pattern;

/** Which e-mail addresses mail is sent to: plain ones. */
final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /**
     * ASCII letters, digits and what is usual between them: nothing that has a meaning in a mail's
     * header, in a calendar's line or in a {@code mailto:}, whatever it is surrounded by.
     */
    private static final Pattern PLAIN =
            Pattern.compile(
                    "[A-Za-z0-9_'+=~-]+(?:\\.[A-Za-z0-9_'+=~-]+)*"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private MailAddress() {}

    /** Whether mail can be sent to this address. */
    static boolean isUsable(String address) {
        return address.length() <= LONGEST
                && address.indexOf('@') <= LONGEST_LOCAL_PART
                && PLAIN.matcher(address).matches();
    }
}
