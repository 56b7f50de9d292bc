package org.engagementledger.command.idempotency;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.EventReader;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * {@code ledger.answers-kept} says for how long a repeated request is answered from what was kept
 * (7 days).
 */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    KeptAnswers keptAnswers(JdbcOperations database) {
        return new KeptAnswers(database);
    }

    /** In place before anything is served. */
    @Bean
    SmartInitializingSingleton repeatedRequests(
            CommandBus commands,
            KeptAnswers answers,
            Sealer sealer,
            EventReader events,
            CommandTargetResolver target,
            Clock clock) {
        RepeatedRequests interceptor =
                new RepeatedRequests(answers, new Fingerprints(sealer), events, target, clock);
        return () -> commands.registerHandlerInterceptor(interceptor);
    }

    @Bean
    Forgetting forgetting(
            KeptAnswers answers, Clock clock, @Value("${ledger.answers-kept:7d}") Duration kept) {
        return new Forgetting(answers, clock, kept);
    }
}
