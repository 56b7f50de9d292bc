package org.engagementledger.command.calendar;

import org.engagementledger.ledger.names.LogicalName;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Under which name snapshots are stored; whoever changes the aggregate's fields raises the
 * revision.
 */
@Configuration(proxyBeanMethods = false)
class CalendarSnapshots {

    @Bean
    LogicalName calendarSnapshot() {
        return new LogicalName("calendar.Snapshot", 1, CalendarAggregate.class);
    }
}
