package org.engagementledger.ledger.access;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The access log's wiring. Needs a {@link JdbcClient} of the service's role and a clock. */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    @Bean
    AccessLog accessLog(JdbcClient database, Clock clock) {
        return new AccessLog(database, clock);
    }
}
