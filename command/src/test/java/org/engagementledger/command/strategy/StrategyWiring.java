package org.engagementledger.command.strategy;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.engagementledger.command.Wiring;

/** The strategy's actions, for tests that have no container. */
public final class StrategyWiring {

    private StrategyWiring() {}

    public static void configure(Configurer configurer) {
        configurer
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(StrategyActionAggregate.class)
                                .configureCommandTargetResolver(c -> Wiring.target()))
                .registerCommandHandler(
                        c -> new Plans(c.repository(StrategyActionAggregate.class)));
    }
}
