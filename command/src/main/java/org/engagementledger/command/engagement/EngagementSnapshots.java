package org.engagementledger.command.engagement;

import org.engagementledger.ledger.names.LogicalName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Under which name snapshots are stored; whoever changes the aggregate's fields raises the
 * revision.
 */
@Configuration(proxyBeanMethods = false)
class EngagementSnapshots {

    @Bean
    LogicalName engagementSnapshot() {
        return new LogicalName("engagement.Snapshot", 3, EngagementAggregate.class);
    }
}
