package org.engagementledger.command.programme;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.engagementledger.command.Wiring;

/** Programmes, for tests that have no container. */
public final class ProgrammeWiring {

    private ProgrammeWiring() {}

    public static void configure(Configurer configurer) {
        configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(ProgrammeAggregate.class)
                        .configureCommandTargetResolver(c -> Wiring.target()));
    }
}
