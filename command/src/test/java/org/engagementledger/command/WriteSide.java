package org.engagementledger.command;

import static org.axonframework.messaging.annotation.MultiParameterResolverFactory.ordered;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.engagementledger.command.claim.ClaimWiring;
import org.engagementledger.command.courtday.CourtDayWiring;
import org.engagementledger.command.engagement.EngagementWiring;
import org.engagementledger.command.programme.ProgrammeWiring;
import org.engagementledger.command.programme.Rolling;
import org.engagementledger.command.strategy.StrategyWiring;
import org.engagementledger.command.surgery.SurgeryWiring;
import org.engagementledger.command.waitinglist.Offers;
import org.engagementledger.command.waitinglist.WaitingListWiring;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.ledger.json.Opener;

/** The whole write side, on a store in memory. */
public final class WriteSide implements AutoCloseable {

    private final MovableClock clock = new MovableClock(Cases.NOW);
    private final List<List<EventMessage<?>>> written = new ArrayList<>();
    private final InMemoryEventStorageEngine store = new InMemoryEventStorageEngine();
    private final Configuration configuration;
    private final Commands commands;

    public WriteSide() {
        Configurer configurer =
                DefaultConfigurer.defaultConfiguration(false)
                        .configureEmbeddedEventStore(c -> store)
                        .configureCorrelationDataProviders(c -> Wiring.correlation())
                        .registerComponent(ParameterResolverFactory.class, c -> parameters());
        ClaimWiring.configure(configurer);
        WaitingListWiring.configure(configurer);
        SurgeryWiring.configure(configurer);
        CourtDayWiring.configure(configurer);
        EngagementWiring.configure(configurer);
        ProgrammeWiring.configure(configurer);
        StrategyWiring.configure(configurer);
        configuration = configurer.start();
        configuration.eventStore().subscribe(events -> written.add(List.copyOf(events)));
        commands = Wiring.commands(configuration.commandGateway());
    }

    private ParameterResolverFactory parameters() {
        return ordered(
                ClasspathParameterResolverFactory.forClass(WriteSide.class), Wiring.asked(clock));
    }

    public Rolling rolling(Opener opener, Terms terms) {
        return ProgrammeWiring.rolling(configuration, opener, commands, terms, clock);
    }

    public Commands commands() {
        return commands;
    }

    public Offers offers() {
        return WaitingListWiring.offers(configuration, commands, clock);
    }

    /** The same where commands are answered by somebody else. */
    public Offers offers(CommandGateway answering) {
        return WaitingListWiring.offers(configuration, Wiring.commands(answering), clock);
    }

    public MovableClock clock() {
        return clock;
    }

    public EventStore eventStore() {
        return configuration.eventStore();
    }

    public void timePasses(Duration time) {
        clock.move(time);
    }

    /** From now on whatever is about to be written meets with this failure. */
    public void failOnWriting(RuntimeException failure) {
        configuration
                .eventStore()
                .subscribe(
                        events -> {
                            throw failure;
                        });
    }

    /** What was published, a list for each unit of work. */
    public List<List<EventMessage<?>>> written() {
        return List.copyOf(written);
    }

    /** The payloads of the last unit of work that published anything. */
    public List<Object> lastWritten() {
        return written.getLast().stream().<Object>map(EventMessage::getPayload).toList();
    }

    /** What the store has of one aggregate. */
    public List<? extends DomainEventMessage<?>> stored(Object aggregate) {
        return store.readEvents(aggregate.toString()).asStream().toList();
    }

    @Override
    public void close() {
        configuration.shutdown();
    }
}
