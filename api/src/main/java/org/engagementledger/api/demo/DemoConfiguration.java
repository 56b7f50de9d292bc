package org.engagementledger.api.demo;

import java.time.Clock;
import org.engagementledger.ledger.store.LedgerIdentity;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No other profile has any of this. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    DemoClock demoClock(JdbcClient database, FlywayMigrationInitializer migrated) {
        LedgerIdentity.open(database, true, DemoClock.BEGIN);
        return new DemoClock(database, Clock.systemUTC());
    }
}
