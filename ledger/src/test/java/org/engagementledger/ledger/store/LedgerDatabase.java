package org.engagementledger.ledger.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A migrated database with nothing in it. All are on one server, which ends with the tests.
 *
 * @param owner as the role that migrates
 * @param service as the role of the running service
 * @param superuser as the one who may do anything
 */
public record LedgerDatabase(DataSource owner, DataSource service, DataSource superuser) {

    private static final String OWNER = "ledger_owner";
    private static final String SERVICE = "ledger_service";
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger MADE = new AtomicInteger();

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();
    }

    public static LedgerDatabase fresh() {
        String name = "ledger_" + MADE.incrementAndGet();
        execute(
                Server.RUNNING.getPostgresDatabase(),
                "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return named(Server.RUNNING, name);
    }

    public JdbcClient asService() {
        return JdbcClient.create(service);
    }

    public JdbcClient asOwner() {
        return JdbcClient.create(owner);
    }

    private static LedgerDatabase named(EmbeddedPostgres server, String name) {
        return new LedgerDatabase(
                server.getDatabase(OWNER, name),
                server.getDatabase(SERVICE, name),
                server.getDatabase("postgres", name));
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            DataSource superuser = server.getPostgresDatabase();
            execute(superuser, "CREATE ROLE " + OWNER + " LOGIN");
            execute(superuser, "CREATE ROLE " + SERVICE + " LOGIN");
            execute(superuser, "CREATE DATABASE " + TEMPLATE + " OWNER " + OWNER);
            Flyway.configure()
                    .dataSource(server.getDatabase(OWNER, TEMPLATE))
                    .locations("classpath:db/ledger")
                    .placeholders(Map.of("service_role", SERVICE))
                    .load()
                    .migrate();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(DataSource database, String sql) {
        JdbcClient.create(database).sql(sql).update();
    }
}
