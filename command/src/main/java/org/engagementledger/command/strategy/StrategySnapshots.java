package org.engagementledger.command.strategy;

import org.engagementledger.ledger.names.LogicalName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Under which name snapshots are stored; whoever changes the aggregate's fields raises the
 * revision.
 */
@Configuration(proxyBeanMethods = false)
class StrategySnapshots {

    @Bean
    LogicalName strategySnapshot() {
        return new LogicalName("strategy.Snapshot", 3, StrategyActionAggregate.class);
    }
}
