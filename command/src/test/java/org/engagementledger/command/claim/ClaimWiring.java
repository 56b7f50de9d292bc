package org.engagementledger.command.claim;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;

/** Claims, for tests that have no container. */
public final class ClaimWiring {

    private ClaimWiring() {}

    public static void configure(Configurer configurer) {
        configurer.configureAggregate(ClaimAggregate.class);
    }

    public static Claims claims(Configuration configuration) {
        return new Claims(configuration.repository(ClaimAggregate.class));
    }
}
