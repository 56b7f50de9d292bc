package org.engagementledger.command;

import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** The service's own wiring, for tests that have no container. */
public final class Wiring {

    private static final CommandConfiguration CONFIGURATION = new CommandConfiguration();

    private Wiring() {}

    public static ParameterResolverFactory asked(Clock clock) {
        return CONFIGURATION.askedResolver(clock, Cases.TERMS);
    }

    public static CommandTargetResolver target() {
        return CONFIGURATION.commandTarget();
    }

    public static List<CorrelationDataProvider> correlation() {
        return List.of(CONFIGURATION.provenance(), CONFIGURATION.origin());
    }

    public static Commands commands(CommandGateway gateway) {
        return CONFIGURATION.commands(gateway);
    }

    /** A fixture in which handlers are found and given what they are in the service. */
    public static <T> FixtureConfiguration<T> fixture(Class<T> aggregate, Clock clock) {
        return new AggregateTestFixture<>(aggregate)
                .registerParameterResolverFactory(asked(clock))
                .registerCommandTargetResolver(target())
                .registerCommandHandlerInterceptor(
                        new CorrelationDataInterceptor<CommandMessage<?>>(correlation()));
    }
}
