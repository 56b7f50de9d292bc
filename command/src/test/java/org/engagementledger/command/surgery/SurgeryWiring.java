package org.engagementledger.command.surgery;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.engagementledger.command.Wiring;

/** Surgeries, for tests that have no container. */
public final class SurgeryWiring {

    private SurgeryWiring() {}

    public static void configure(Configurer configurer) {
        configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(SurgeryAggregate.class)
                        .configureCommandTargetResolver(c -> Wiring.target()));
    }

    public static Surgeries surgeries(Configuration configuration) {
        return new Surgeries(
                configuration.repository(SurgeryAggregate.class), configuration.eventStore());
    }
}
