package org.engagementledger.ledger.store;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which ledger this is, written once when it is first opened.
 *
 * @param id the ledger's own id
 * @param demo whether it was made for demonstration, where the clock can be moved; for ever
 * @param createdAt when it was made
 */
public record LedgerIdentity(UUID id, boolean demo, Instant createdAt) {

    /**
     * Opens the ledger, and makes it what it is if nobody has before.
     *
     * @param database the ledger's, as the service's role
     * @param demo whether the service that opens it is a demo
     * @param now when
     * @throws IllegalStateException if a demo opens a ledger that isn't one, or the reverse
     */
    public static LedgerIdentity open(JdbcClient database, boolean demo, Instant now) {
        database.sql(
                        """
                        INSERT INTO ledger.identity (ledger_id, demo, created_at) VALUES (?, ?, ?)
                        ON CONFLICT (only_one) DO NOTHING
                        """)
                .params(UUID.randomUUID(), demo, now.toEpochMilli())
                .update();
        LedgerIdentity identity =
                database.sql("SELECT ledger_id, demo, created_at FROM ledger.identity")
                        .query(
                                (row, number) ->
                                        new LedgerIdentity(
                                                row.getObject("ledger_id", UUID.class),
                                                row.getBoolean("demo"),
                                                Instant.ofEpochMilli(row.getLong("created_at"))))
                        .single();
        identity.mustBe(demo);
        return identity;
    }

    private void mustBe(boolean demoService) {
        if (demo && !demoService) {
            throw new IllegalStateException(
                    "The ledger %s was made for demonstration on %s and stays so: its clock could be moved, and its times prove nothing. Start the service as a demo, or give it a ledger of its own."
                            .formatted(id, createdAt));
        }
        if (!demo && demoService) {
            throw new IllegalStateException(
                    "The ledger %s, made on %s, is not for demonstration: a demo, whose clock can be moved, may not write to it. Start the service without the demo, or give the demo a ledger of its own."
                            .formatted(id, createdAt));
        }
    }
}
