package org.engagementledger.command.surgery;

import org.engagementledger.ledger.names.LogicalName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Under which name snapshots are stored; whoever changes the aggregate's fields raises the
 * revision.
 */
@Configuration(proxyBeanMethods = false)
class SurgerySnapshots {

    @Bean
    LogicalName surgerySnapshot() {
        return new LogicalName("surgery.Snapshot", 4, SurgeryAggregate.class);
    }
}
