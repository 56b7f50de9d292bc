package org.engagementledger.api.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.engagementledger.ledger.postgres.LedgerPostgres;
import org.engagementledger.ledger.sealing.MasterKey;

/** Two services on one PostgreSQL, which both migrate as they start. */
final class TwoInstances implements AutoCloseable {

    private final LedgerPostgres postgres;
    private final ServiceProcess one;
    private final ServiceProcess other;

    private TwoInstances(LedgerPostgres postgres, ServiceProcess one, ServiceProcess other) {
        this.postgres = postgres;
        this.one = one;
        this.other = other;
    }

    /**
     * Starts them at the same time.
     *
     * @param snapshotEvery after how many events of one aggregate they write a snapshot
     */
    static TwoInstances start(Path directory, int snapshotEvery) {
        return start(directory, snapshotEvery, Map.of());
    }

    /**
     * Starts them at the same time.
     *
     * @param more properties of both
     */
    static TwoInstances start(Path directory, int snapshotEvery, Map<String, String> more) {
        LedgerPostgres postgres = LedgerPostgres.start(directory.resolve("database"));
        try {
            Path masterKey = directory.resolve("master-key.json");
            MasterKey.createFile(masterKey);
            Map<String, String> properties = new HashMap<>(more);
            properties.putAll(
                    Map.of(
                            "spring.datasource.url", postgres.jdbcUrl(),
                            "spring.datasource.username", postgres.service().user(),
                            "spring.datasource.password", postgres.service().password(),
                            "spring.flyway.user", postgres.owner().user(),
                            "spring.flyway.password", postgres.owner().password(),
                            "ledger.master-key-file", masterKey.toString(),
                            "ledger.snapshot-every", Integer.toString(snapshotEvery)));
            ServiceHome home = new ServiceHome(directory.resolve("services"));
            ServiceProcess one =
                    ServiceProcess.launch(home, directory.resolve("one.log"), properties);
            ServiceProcess other =
                    ServiceProcess.launch(home, directory.resolve("other.log"), properties);
            try {
                one.awaitStarted();
                other.awaitStarted();
            } catch (RuntimeException e) {
                one.close();
                other.close();
                throw e;
            }
            return new TwoInstances(postgres, one, other);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    ServiceProcess any() {
        return one;
    }

    /** One for even numbers, the other for odd ones. */
    ServiceProcess number(int number) {
        return number % 2 == 0 ? one : other;
    }

    Tables tables() {
        return new Tables(
                postgres.jdbcUrl(), postgres.service().user(), postgres.service().password());
    }

    @Override
    public void close() {
        try (postgres;
                other;
                one) {
            one.kill();
        }
    }
}
