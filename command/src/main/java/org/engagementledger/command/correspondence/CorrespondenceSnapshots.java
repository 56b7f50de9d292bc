package org.engagementledger.command.correspondence;

import org.engagementledger.ledger.names.LogicalName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Under which name snapshots are stored; whoever changes the aggregate's fields raises the
 * revision.
 */
@Configuration(proxyBeanMethods = false)
class CorrespondenceSnapshots {

    @Bean
    LogicalName correspondenceSnapshot() {
        return new LogicalName("correspondence.Snapshot", 2, CorrespondenceAggregate.class);
    }
}
