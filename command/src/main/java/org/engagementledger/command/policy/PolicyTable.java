package org.engagementledger.command.policy;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the policies have come, in the database. */
final class PolicyTable {

    private final JdbcClient database;

    PolicyTable(JdbcClient database) {
        this.database = database;
    }

    /** Makes a new policy known, which begins at the feed's head; one that is known goes on. */
    void open(String policy) {
        database.sql(
                        """
                        INSERT INTO working.policy (name, position)
                        SELECT ?, coalesce(max(position), 0) FROM ledger.feed
                        ON CONFLICT DO NOTHING
                        """)
                .param(policy)
                .update();
    }

    long position(String policy) {
        return database.sql("SELECT position FROM working.policy WHERE name = ?")
                .param(policy)
                .query(Long.class)
                .single();
    }

    /** The position, held by this transaction; empty if another is at it. */
    Optional<Long> hold(String policy) {
        return database.sql(
                        "SELECT position FROM working.policy WHERE name = ? FOR UPDATE SKIP LOCKED")
                .param(policy)
                .query(Long.class)
                .optional();
    }

    void moveTo(String policy, long position) {
        database.sql("UPDATE working.policy SET position = ? WHERE name = ?")
                .params(position, policy)
                .update();
    }
}
