package org.engagementledger.command.waitinglist;

import org.engagementledger.ledger.names.LogicalName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Under which name snapshots are stored; whoever changes the aggregate's fields raises the
 * revision.
 */
@Configuration(proxyBeanMethods = false)
class WaitingListSnapshots {

    @Bean
    LogicalName waitingListSnapshot() {
        return new LogicalName("waitinglist.Snapshot", 2, WaitingListAggregate.class);
    }
}
