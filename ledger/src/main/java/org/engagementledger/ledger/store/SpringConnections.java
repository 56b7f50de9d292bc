package org.engagementledger.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.ConnectionCloseHandler;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Axon's connections are those of Spring's transaction, where there is one. Axon commits and closes
 * what it was given when its unit of work does; a connection that is in a transaction is left to
 * the transaction.
 */
final class SpringConnections implements ConnectionProvider {

    private final DataSource database;
    private final ConnectionCloseHandler leaveToTheTransaction =
            new ConnectionCloseHandler() {
                @Override
                public void close(Connection connection) {
                    DataSourceUtils.releaseConnection(connection, database());
                }

                @Override
                public void commit(Connection connection) throws SQLException {
                    if (!DataSourceUtils.isConnectionTransactional(connection, database())) {
                        connection.commit();
                    }
                }
            };

    SpringConnections(DataSource database) {
        this.database = database;
    }

    private DataSource database() {
        return database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return ConnectionWrapperFactory.wrap(
                DataSourceUtils.doGetConnection(database), leaveToTheTransaction);
    }
}
