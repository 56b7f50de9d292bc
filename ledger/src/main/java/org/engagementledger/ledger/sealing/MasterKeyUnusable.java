package org.engagementledger.ledger.sealing;

import org.jspecify.annotations.Nullable;

/**
 * The master key is missing, malformed, readable by others, or not the one that the data keys were
 * wrapped with. Nothing personal can be read or written until somebody provides the right one; the
 * message says how.
 */
public final class MasterKeyUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MasterKeyUnusable(String message) {
        super(message);
    }

    MasterKeyUnusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
