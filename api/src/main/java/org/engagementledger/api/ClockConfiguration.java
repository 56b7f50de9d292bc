package org.engagementledger.api;

import java.time.Clock;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.casework.WorkingDays;
import org.engagementledger.query.suppression.SmallNumbers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The time and the terms that everything else is given. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** The true time; only a demonstration has another. */
    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Terms terms(LedgerProperties properties, WorkingDays workingDays) {
        return properties.terms(workingDays);
    }

    @Bean
    SmallNumbers smallNumbers(LedgerProperties properties) {
        return new SmallNumbers(properties.evaluation().threshold());
    }
}
