package org.engagementledger.api.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.engagementledger.api.LedgerProperties;
import org.engagementledger.ledger.postgres.LedgerPostgres;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** The database that the ledger is kept in, and the keys to what is sealed. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /**
     * Keys are read and written on connections of their own: a key outlives the transaction that
     * needed it.
     */
    private static final int KEY_CONNECTIONS = 4;

    /**
     * The default: a PostgreSQL of the ledger's own, unless {@code spring.datasource.url} names
     * another.
     */
    @Configuration(proxyBeanMethods = false)
    @Conditional(NoOtherDatabase.class)
    static class Embedded {

        @Bean
        LedgerPostgres ledgerPostgres(LedgerProperties properties) {
            return LedgerPostgres.start(properties.home());
        }

        @Bean
        JdbcConnectionDetails serviceConnection(LedgerPostgres postgres) {
            return new EmbeddedConnection(postgres);
        }

        @Bean
        FlywayConnectionDetails ownerConnection(LedgerPostgres postgres) {
            return new EmbeddedMigration(postgres);
        }
    }

    private record EmbeddedConnection(LedgerPostgres postgres) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return postgres.service().user();
        }

        @Override
        public String getPassword() {
            return postgres.service().password();
        }

        @Override
        public String getJdbcUrl() {
            return postgres.jdbcUrl();
        }
    }

    private record EmbeddedMigration(LedgerPostgres postgres) implements FlywayConnectionDetails {
        @Override
        public String getUsername() {
            return postgres.owner().user();
        }

        @Override
        public String getPassword() {
            return postgres.owner().password();
        }

        @Override
        public String getJdbcUrl() {
            return postgres.jdbcUrl();
        }
    }

    /**
     * PostgreSQL's codes rather than those of the standard, which has none for a lock that isn't
     * had in time: it would pass for a failure of the database.
     */
    @Bean
    SQLExceptionTranslator codesOfPostgres() {
        return new SQLErrorCodeSQLExceptionTranslator("PostgreSQL");
    }

    /**
     * The operator's key. Only the embedded database gets one of its own, made when it is first
     * opened and kept beside it: several instances on one database must have the same.
     */
    @Bean
    MasterKey masterKey(LedgerProperties properties, ObjectProvider<LedgerPostgres> embedded) {
        if (properties.masterKey() != null) {
            return MasterKey.fromText(properties.masterKey());
        }
        if (properties.masterKeyFile() != null) {
            return MasterKey.fromFile(properties.masterKeyFile());
        }
        if (embedded.getIfAvailable() == null) {
            throw new IllegalStateException(
                    "A database of your own needs a master key of your own: set ledger.master-key-file"
                            + " or ledger.master-key, the same for all instances on the database.");
        }
        return MasterKey.createFile(ownKeyFile(properties));
    }

    private static Path ownKeyFile(LedgerProperties properties) {
        return properties.home().resolve("secrets").resolve("master-key.json");
    }

    @Bean(destroyMethod = "close")
    KeyConnections keyConnections(JdbcConnectionDetails service) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("keys");
        config.setJdbcUrl(service.getJdbcUrl());
        config.setUsername(service.getUsername());
        config.setPassword(service.getPassword());
        config.setMaximumPoolSize(KEY_CONNECTIONS);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new KeyConnections(new HikariDataSource(config));
    }

    /** Not a data source among the beans: there is one of those, and it is the ledger's. */
    record KeyConnections(HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
    }

    @Bean
    Keyring keyring(
            KeyConnections connections, MasterKey master, FlywayMigrationInitializer migrated) {
        Keyring keyring = new Keyring(connections.pool(), master);
        keyring.verify();
        return keyring;
    }

    @Bean
    Sealer sealer(Keyring keyring) {
        return new Sealer(keyring);
    }
}
