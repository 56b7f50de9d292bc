package org.engagementledger.api;

import org.engagementledger.command.CommandConfiguration;
import org.engagementledger.ledger.access.AccessConfiguration;
import org.engagementledger.ledger.axonserver.AxonServerStoreConfiguration;
import org.engagementledger.ledger.feed.FeedConfiguration;
import org.engagementledger.ledger.store.StoreConfiguration;
import org.engagementledger.query.QueryConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({
    StoreConfiguration.class,
    FeedConfiguration.class,
    AccessConfiguration.class,
    AxonServerStoreConfiguration.class,
    CommandConfiguration.class,
    QueryConfiguration.class
})
public class EngagementLedger {

    public static void main(String[] arguments) {
        // A service that holds case data asks nobody on the network for updates.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(EngagementLedger.class, arguments);
    }
}
