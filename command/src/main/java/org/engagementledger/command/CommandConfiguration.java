package org.engagementledger.command;

import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.RoutingStrategy;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.engagementledger.domain.calendar.CalendarCommand;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.programme.ProgrammeCommand;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.engagementledger.domain.strategy.StrategyCommand;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.waitinglist.WaitingListCommand;
import org.engagementledger.ledger.provenance.Provenance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/**
 * The write side's wiring. Needs a {@link Clock}, {@link Terms} and the event store.
 *
 * <p>{@code ledger.snapshot-every} says after how many events of one aggregate a snapshot is
 * written (20): a command then reads one snapshot and fewer events than that, however long the
 * history. A dry run writes none. {@code ledger.offers} says whether slots are offered to those who
 * wait (true).
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class CommandConfiguration {

    @Bean
    Commands commands(CommandGateway gateway) {
        return new Commands(gateway);
    }

    @Bean
    ParameterResolverFactory askedResolver(Clock clock, Terms terms) {
        UnitOfWorkClock oneTime = new UnitOfWorkClock(clock);
        GenericEventMessage.clock = oneTime;
        return new AskedResolver(oneTime, terms);
    }

    @Bean
    CommandTargetResolver commandTarget() {
        return message -> new VersionedAggregateIdentifier(target(message), null);
    }

    /** Commands to one aggregate go to one instance, as long as it lives. */
    @Bean
    RoutingStrategy routing() {
        return message -> target(message).toString();
    }

    private static Object target(CommandMessage<?> message) {
        return switch (message.getPayload()) {
            case EngagementCommand command -> command.engagement();
            case SurgeryCommand command -> command.surgery();
            case CorrespondenceCommand command -> command.correspondence();
            case WaitingListCommand command -> command.list();
            case CalendarCommand command -> command.calendar();
            case ProgrammeCommand command -> command.programme();
            case StrategyCommand command -> command.action();
            case AdoptPlan command -> "plan-" + command.plan();
            default ->
                    throw new IllegalArgumentException(
                            "Not a command of the ledger: " + message.getPayloadType());
        };
    }

    @Bean
    SnapshotTriggerDefinition snapshots(
            Snapshotter snapshotter, @Value("${ledger.snapshot-every:20}") int events) {
        return new EventCountSnapshotTriggerDefinition(
                (type, id) -> {
                    if (!Conditions.current().dryRun()) {
                        snapshotter.scheduleSnapshot(type, id);
                    }
                },
                events);
    }

    @Bean
    CorrelationDataProvider provenance() {
        return new SimpleCorrelationDataProvider(
                Provenance.ACTOR,
                Provenance.ROLE,
                Provenance.FIRM,
                Provenance.CHANNEL,
                Provenance.IDEMPOTENCY_KEY_HASH);
    }

    /** A policy's command says what it follows from; any other follows from nothing before it. */
    @Bean
    CorrelationDataProvider origin() {
        return message ->
                Map.of(
                        Provenance.CAUSATION,
                        message.getMetaData()
                                .getOrDefault(Provenance.CAUSATION, message.getIdentifier()),
                        Provenance.CORRELATION,
                        message.getMetaData()
                                .getOrDefault(Provenance.CORRELATION, message.getIdentifier()));
    }
}
