package org.engagementledger.ledger.sealing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the connections that are asked for; the keyring asks for one for each statement. */
final class CountingDataSource extends DelegatingDataSource {

    private final AtomicInteger connections = new AtomicInteger();

    CountingDataSource(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        connections.incrementAndGet();
        return super.getConnection();
    }

    int connections() {
        return connections.get();
    }
}
