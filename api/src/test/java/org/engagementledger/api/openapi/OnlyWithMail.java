package org.engagementledger.api.openapi;

import java.util.Set;

/**
 * What succeeds only where mail is sent: elsewhere it is refused. {@code InvitationsByMailTest} has
 * it carried out.
 */
public final class OnlyWithMail {

    private static final Set<String> OPERATIONS = Set.of("resendLetter", "resendSessionLetter");

    private OnlyWithMail() {}

    /**
     * Whether an operation does.
     *
     * @param operation its id
     */
    public static boolean succeeds(String operation) {
        return OPERATIONS.contains(operation);
    }
}
