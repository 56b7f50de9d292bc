package org.engagementledger.ledger.sealing;

import org.jspecify.annotations.Nullable;

/**
 * A sealed value isn't what was sealed: its ciphertext, its commitment or its subject was altered,
 * or its data key was replaced. The record can't be trusted; this is never to be mistaken for an
 * erased value.
 */
public final class SealBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealBroken(String subject, String what) {
        this(subject, what, null);
    }

    SealBroken(String subject, String what, @Nullable Throwable cause) {
        super("Broken seal on a value about " + subject + ": " + what, cause);
    }
}
