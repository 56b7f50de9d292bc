package org.engagementledger.ledger.json;

import org.jspecify.annotations.Nullable;

/**
 * How a personal value is written where it is stored: either sealed and committed to, or erased.
 */
record SealedForm(
        @Nullable String subject,
        @Nullable String sealed,
        @Nullable String commitment,
        @Nullable Boolean erased) {

    static final String SUBJECT = "subject";
    static final String SEALED = "sealed";
    static final String COMMITMENT = "commitment";
    static final String ERASED = "erased";
}
