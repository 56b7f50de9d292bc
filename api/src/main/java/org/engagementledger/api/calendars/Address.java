package org.engagementledger.api.calendars;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The secret part of a calendar's address. It is told once, to whoever opens the calendar; the
 * ledger keeps its hash.
 */
record Address(String secret) {

    static final String PATH = "/calendars/{secret}.ics";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    /** One that nobody can guess: 256 bits. */
    static Address random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Address(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256, in hexadecimal. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    /** Where the calendar is. */
    String path() {
        return PATH.replace("{secret}", secret);
    }

    /** No log has it. */
    @Override
    public String toString() {
        return "Address";
    }
}
