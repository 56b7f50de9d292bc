package org.engagementledger.ledger.feed;

import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.engagementledger.ledger.store.StoredEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feed's wiring. Needs the event store, and what that needs. */
@Configuration(proxyBeanMethods = false)
public class FeedConfiguration {

    @Bean
    Feed feed(JdbcClient database, StoredEvents events) {
        return new Feed(database, events);
    }

    /** What this instance writes is numbered at once. */
    @Bean
    Numbering numbering(
            JdbcClient database,
            PlatformTransactionManager transactions,
            Feed feed,
            EventBus written) {
        Numbering numbering =
                new Numbering(new Sequencer(database, new TransactionTemplate(transactions)), feed);
        written.subscribe(
                events ->
                        CurrentUnitOfWork.ifStarted(
                                unit -> unit.root().afterCommit(done -> numbering.nudge())));
        return numbering;
    }
}
