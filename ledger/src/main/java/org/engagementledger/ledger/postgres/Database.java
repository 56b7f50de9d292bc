package org.engagementledger.ledger.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The ledger's database, and the two roles that may log in to it. */
final class Database {

    static final String NAME = "engagement_ledger";
    static final String OWNER = "ledger_owner";
    static final String SERVICE = "ledger_service";

    private Database() {}

    /**
     * On a server that has just been made. Nobody but the two roles may connect, and only the owner
     * may create.
     */
    static void create(DataSource superuser, Passwords passwords) throws IOException {
        try (Connection connection = superuser.getConnection();
                Statement sql = connection.createStatement()) {
            createRole(sql, OWNER, passwords.owner());
            createRole(sql, SERVICE, passwords.service());
            sql.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
            sql.execute("REVOKE ALL ON DATABASE " + NAME + ", postgres, template1 FROM PUBLIC");
            sql.execute("GRANT CONNECT ON DATABASE " + NAME + " TO " + SERVICE);
        } catch (SQLException e) {
            throw new IOException("Could not create the ledger's database and roles", e);
        }
    }

    /**
     * The password is generated, without quotes; the server keeps no more than its SCRAM verifier.
     */
    private static void createRole(Statement sql, String role, String password)
            throws SQLException {
        sql.execute(
                "CREATE ROLE "
                        + role
                        + " LOGIN PASSWORD '"
                        + password
                        + "'"
                        + " NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS");
    }
}
