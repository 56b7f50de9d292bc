package org.engagementledger.command.waitinglist;

import java.time.Clock;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.engagementledger.command.Cases;
import org.engagementledger.command.Commands;
import org.engagementledger.command.Wiring;
import org.engagementledger.command.surgery.SurgeryWiring;

/** Waiting lists, for tests that have no container. */
public final class WaitingListWiring {

    private WaitingListWiring() {}

    public static void configure(Configurer configurer) {
        configurer.configureAggregate(
                AggregateConfigurer.defaultConfiguration(WaitingListAggregate.class)
                        .configureCommandTargetResolver(c -> Wiring.target()));
    }

    public static WaitingLists waitingLists(Configuration configuration) {
        return new WaitingLists(
                configuration.repository(WaitingListAggregate.class), configuration.eventStore());
    }

    public static Offers offers(Configuration configuration, Commands commands, Clock clock) {
        return new Offers(
                commands,
                waitingLists(configuration),
                SurgeryWiring.surgeries(configuration),
                Cases.TERMS,
                clock,
                true);
    }
}
