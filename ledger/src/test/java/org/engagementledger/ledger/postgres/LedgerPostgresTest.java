package org.engagementledger.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.engagementledger.ledger.postgres.LedgerPostgres.Credentials;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a running server promises: durability, silence, and doors that only the right password
 * opens.
 */
class LedgerPostgresTest {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NOT_ALLOWED = "42501";

    @TempDir static Path home;

    static LedgerPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = LedgerPostgres.start(home);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "server_encoding, UTF8",
        "max_connections, 200",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "log_statement, none",
        "log_min_messages, log",
        "log_error_verbosity, terse"
    })
    void runsWithTheSetting(String setting, String value) throws SQLException, IOException {
        String password = Files.readString(home.resolve("secrets/postgres-superuser"));
        try (Connection superuser = as(new Credentials("postgres", password))) {
            assertThat(query(superuser, "SHOW " + setting)).isEqualTo(value);
        }
    }

    @Test
    void sortsTextTheSameWayOnEveryMachine() throws SQLException {
        try (Connection service = as(postgres.service())) {
            assertThat(
                            query(
                                    service,
                                    "SELECT datlocprovider::text || ' ' || datlocale FROM pg_database"
                                            + " WHERE datname = current_database()"))
                    .isEqualTo("b C.UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "ledger_owner", "ledger_service"})
    void letsNobodyInWithoutThePassword(String user) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, "a guess"))
                .returns(WRONG_PASSWORD, SQLException::getSQLState);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, ""))
                .withMessageContaining("password");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl() + "?user=" + user))
                .withMessageContaining("password");
    }

    @Test
    void trustsNoKindOfConnection() throws IOException {
        assertThat(Files.readAllLines(home.resolve("postgres/pg_hba.conf")))
                .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws IOException {
        int port = URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort();
        List<InetAddress> others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();
        for (InetAddress other : others) {
            try (Socket socket = new Socket()) {
                assertThatExceptionOfType(ConnectException.class)
                        .isThrownBy(
                                () -> socket.connect(new InetSocketAddress(other, port), 2_000));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE mine (id int)",
                "CREATE TEMPORARY TABLE mine (id int)",
                "CREATE SCHEMA mine",
                "SET ROLE ledger_owner",
                "SET SESSION AUTHORIZATION ledger_owner",
                "GRANT ledger_owner TO ledger_service",
                "CREATE ROLE another",
                "COPY (SELECT 1) TO PROGRAM 'cat'",
                "SET log_statement = 'all'"
            })
    void refusesTheServiceToChangeWhatItStandsOn(String statement) throws SQLException {
        try (Connection service = as(postgres.service());
                Statement sql = service.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> sql.execute(statement))
                    .returns(NOT_ALLOWED, SQLException::getSQLState);
        }
    }

    @Test
    void letsTheOwnerMigrateButNotRuleTheServer() throws SQLException {
        try (Connection owner = as(postgres.owner());
                Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE migrated (id int)");
            assertThat(
                            query(
                                    owner,
                                    "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls"
                                            + " FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "template1"})
    void keepsTheServiceInItsOwnDatabase(String other) {
        Credentials service = postgres.service();
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () ->
                                DriverManager.getConnection(
                                        postgres.jdbcUrl().replace("engagement_ledger", other),
                                        service.user(),
                                        service.password()))
                .returns(NOT_ALLOWED, SQLException::getSQLState);
    }

    @Test
    void keepsThePasswordsToItsOwner() throws IOException {
        assertThat(permissions(home.resolve("secrets"))).isEqualTo("rwx------");
        for (String role : List.of("superuser", "owner", "service")) {
            assertThat(permissions(home.resolve("secrets/postgres-" + role)))
                    .isEqualTo("rw-------");
        }
        assertThat(permissions(home.resolve("postgres"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("postgres.log"))).isEqualTo("rw-------");
        assertThat(postgres.owner().password())
                .hasSizeGreaterThan(40)
                .isNotEqualTo(postgres.service().password());
        assertThat(postgres.service()).asString().doesNotContain(postgres.service().password());
    }

    @Test
    void refusesASecondServiceOnTheSameHome() throws SQLException {
        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerPostgres.start(home))
                .withMessageContaining(
                        home + " is in use by the living process " + ProcessHandle.current().pid());
        try (Connection service = as(postgres.service())) {
            assertThat(query(service, "SELECT 1")).isEqualTo("1");
        }
    }

    private static Connection as(Credentials credentials) throws SQLException {
        return LedgerProcess.connect(postgres.jdbcUrl(), credentials);
    }

    private static String query(Connection connection, String select) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(select)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
