package org.engagementledger.ledger.sealing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * The table of wrapped data keys. Every statement is a transaction of its own, on a connection of
 * its own.
 */
final class DataKeys {

    private static final String FIND =
            "SELECT subject, wrapped_key FROM ledger.data_key WHERE subject = ANY (?)";
    private static final String ANY = "SELECT subject, wrapped_key FROM ledger.data_key LIMIT 1";
    private static final String ADD =
            """
            INSERT INTO ledger.data_key (subject, wrapped_key)
            SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING
            RETURNING subject, wrapped_key
            """;

    private final DataSource database;

    DataKeys(DataSource database) {
        this.database = database;
    }

    /** The wrapped keys of those subjects that have one, by subject. */
    Map<String, String> find(Collection<String> subjects) {
        return run(
                FIND,
                statement -> {
                    Array array =
                            statement.getConnection().createArrayOf("text", subjects.toArray());
                    statement.setArray(1, array);
                    return rows(statement);
                });
    }

    /** One of the wrapped keys, whichever; none if there are none. */
    Map<String, String> any() {
        return run(ANY, DataKeys::rows);
    }

    /**
     * On return each subject has a key that is committed: this one, or the one that somebody else
     * has given it.
     *
     * @param wrapped by subject, in the order of the subjects, so that two who add some of the same
     *     don't wait for each other
     * @return those that were added
     */
    Map<String, String> addIfAbsent(SortedMap<String, String> wrapped) {
        return run(
                ADD,
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setArray(
                            1, connection.createArrayOf("text", wrapped.keySet().toArray()));
                    statement.setArray(
                            2, connection.createArrayOf("text", wrapped.values().toArray()));
                    return rows(statement);
                });
    }

    private static Map<String, String> rows(PreparedStatement statement) throws SQLException {
        Map<String, String> wrapped = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                wrapped.put(rows.getString("subject"), rows.getString("wrapped_key"));
            }
        }
        return wrapped;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException(
                        "The keyring needs connections that commit at once, outside every transaction: a key has to"
                                + " be durable before anything is sealed with it");
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            }
        } catch (SQLException e) {
            throw translated(sql, e);
        }
    }

    private static DataAccessException translated(String sql, SQLException e) {
        DataAccessException known =
                new SQLStateSQLExceptionTranslator().translate("Data keys", sql, e);
        return known == null ? new UncategorizedSQLException("Data keys", sql, e) : known;
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
