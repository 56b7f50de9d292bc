package org.engagementledger.command.claim;

import org.engagementledger.ledger.names.LogicalName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Under which name snapshots are stored; whoever changes the aggregate's fields raises the
 * revision.
 */
@Configuration(proxyBeanMethods = false)
class ClaimSnapshots {

    @Bean
    LogicalName claimSnapshot() {
        return new LogicalName("claim.Snapshot", 1, ClaimAggregate.class);
    }
}
