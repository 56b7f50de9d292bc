package org.engagementledger.ledger.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.detail.WithdrawalReason;
import org.engagementledger.domain.engagement.event.Withdrawn;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.ledger.names.LogicalName;
import org.engagementledger.ledger.sealing.Keyring;
import org.engagementledger.ledger.sealing.MasterKey;
import org.engagementledger.ledger.sealing.Sealer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** A ledger on a database of its own, with all that {@link StoreConfiguration} makes. */
public record Ledger(LedgerDatabase database, AnnotationConfigApplicationContext context)
        implements AutoCloseable {

    static final Instant NOW = Instant.parse("2020-11-05T15:00:00.123Z");

    public static Ledger open(LedgerDatabase database, Path temporary, LogicalName... snapshots) {
        var context = new AnnotationConfigApplicationContext();
        DataSource service = database.service();
        Keyring keyring =
                new Keyring(service, MasterKey.createFile(temporary.resolve("master.json")));
        context.registerBean(DataSource.class, () -> service);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(service));
        context.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(service));
        context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
        context.registerBean(Sealer.class, () -> new Sealer(keyring));
        Arrays.stream(snapshots)
                .forEach(name -> context.registerBean(name.name(), LogicalName.class, () -> name));
        context.register(StoreConfiguration.class);
        context.refresh();
        return new Ledger(database, context);
    }

    EventStorageEngine engine() {
        return context.getBean(EventStorageEngine.class);
    }

    public void append(DomainEventMessage<?>... events) {
        engine().appendEvents(List.of(events));
    }

    /** What a payload says to whoever may see all of it. */
    JsonNode inTheClear(Object payload) {
        Sealer sealer = context.getBean(Sealer.class);
        return new Opener(sealer).open(LedgerJson.sealed(sealer).<JsonNode>valueToTree(payload));
    }

    List<? extends DomainEventMessage<?>> events(String aggregate) {
        return engine().readEvents(aggregate).asStream().toList();
    }

    /** An engagement's event with something personal in it. */
    public static DomainEventMessage<Withdrawn> withdrawn(String engagement, long sequence) {
        return event(engagement, sequence, payload(engagement));
    }

    /** One that isn't the other of the same aggregate and sequence number. */
    static DomainEventMessage<Withdrawn> another(String engagement, long sequence) {
        return new GenericDomainEventMessage<>(
                "engagement", engagement, sequence, payload(engagement));
    }

    static Withdrawn payload(String engagement) {
        return new Withdrawn(
                new EngagementId(engagement),
                WithdrawalReason.SETTLED_ELSEWHERE,
                new Note(
                        Visibility.SHARED,
                        Personal.known("case:" + engagement, "Agreed at court.")));
    }

    static <T> DomainEventMessage<T> event(String aggregate, long sequence, T payload) {
        return event(
                aggregate,
                sequence,
                payload,
                Map.of("actor", "a-1", "role", "DEFENCE_PRACTITIONER"),
                NOW);
    }

    static <T> DomainEventMessage<T> event(
            String aggregate,
            long sequence,
            T payload,
            Map<String, String> metadata,
            Instant recordedAt) {
        return new GenericDomainEventMessage<>(
                "engagement",
                aggregate,
                sequence,
                payload,
                MetaData.from(metadata),
                aggregate + "/" + sequence,
                recordedAt);
    }

    @Override
    public void close() {
        context.close();
    }
}
