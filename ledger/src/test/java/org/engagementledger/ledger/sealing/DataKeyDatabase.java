package org.engagementledger.ledger.sealing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A PostgreSQL with nothing but the table of data keys, one for all tests of a JVM; each test has
 * subjects of its own.
 */
public final class DataKeyDatabase {

    static final String SERVICE = "keyring_test";

    private static final class Started {
        static final EmbeddedPostgres POSTGRES = start();
    }

    private DataKeyDatabase() {}

    /** As the service's role, which may read and add. */
    public static DataSource asService() {
        return Started.POSTGRES.getDatabase(SERVICE, "postgres");
    }

    static DataSource asOwner() {
        return Started.POSTGRES.getPostgresDatabase();
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            DataSource owner = postgres.getPostgresDatabase();
            execute(owner, "CREATE ROLE " + SERVICE + " LOGIN");
            execute(owner, "CREATE SCHEMA ledger");
            execute(owner, "GRANT USAGE ON SCHEMA ledger TO " + SERVICE);
            execute(owner, migration().replace("${service_role}", SERVICE));
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migration() throws IOException {
        try (InputStream sql =
                DataKeyDatabase.class.getResourceAsStream("/db/ledger/V2__data_keys.sql")) {
            if (sql == null) {
                throw new IOException("No migration");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
