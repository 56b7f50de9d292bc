package org.engagementledger.ledger.sealing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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
            "INSERT INTO ledger.data_key (subject, wrapped_key) VALUES (?, ?) ON CONFLICT DO NOTHING";

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
     * On return the subject has a key that is committed: this one, or the one that somebody else
     * has given it.
     */
    void addIfAbsent(String subject, String wrapped) {
        run(
                ADD,
                statement -> {
                    statement.setString(1, subject);
                    statement.setString(2, wrapped);
                    return statement.executeUpdate();
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
