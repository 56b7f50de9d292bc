package org.engagementledger.ledger.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's events are kept in Axon Server, and {@code ledger.event} mirrors them. Which of the
 * two comes first is settled when the ledger is new: events written to both could not be brought
 * together again.
 *
 * @param context Axon Server's context
 */
public record Mirrored(String context) {

    /**
     * Opens the ledger as a mirror of this context, and makes it one if it is new.
     *
     * @throws IllegalStateException if it has events of its own, or mirrors another context
     */
    public static Mirrored begin(JdbcClient database, String context) {
        database.sql(
                        """
                        INSERT INTO working.mirror (context, token)
                        SELECT ?, -1 WHERE NOT EXISTS (SELECT FROM ledger.event)
                        ON CONFLICT (only_one) DO NOTHING
                        """)
                .param(context)
                .update();
        String mirrored =
                mirrored(database)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "This ledger's events were written to PostgreSQL, not to Axon Server:"
                                                        + " start without the profile axonserver, or with a new database."
                                                        + " (If it was a mirror, and only working.mirror was lost, then"
                                                        + " insert the context there with the token -1.)"));
        if (!mirrored.equals(context)) {
            throw new IllegalStateException(
                    "This ledger mirrors Axon Server's context %s, not %s"
                            .formatted(mirrored, context));
        }
        return new Mirrored(context);
    }

    /**
     * For a service that writes events to PostgreSQL itself.
     *
     * @throws IllegalStateException if they are kept in Axon Server
     */
    static void refuse(JdbcClient database) {
        mirrored(database)
                .ifPresent(
                        context -> {
                            throw new IllegalStateException(
                                    "This ledger's events are kept in Axon Server, in its context %s: start with the profile axonserver"
                                            .formatted(context));
                        });
    }

    private static Optional<String> mirrored(JdbcClient database) {
        return database.sql("SELECT context FROM working.mirror").query(String.class).optional();
    }
}
