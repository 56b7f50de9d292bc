package org.engagementledger.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.engagementledger.ledger.names.NamedSerializer;
import org.engagementledger.ledger.sealing.Sealer;

/**
 * Events in {@code ledger.event}, snapshots in {@code working.snapshot}. What one unit of work
 * publishes is written in one batch and one round trip.
 *
 * <p>A lost race is an {@link AggregateStreamCreationException} if the aggregate was to be new,
 * else a {@link ConcurrencyException}: also where two transactions crossed and the server gave this
 * one up.
 */
final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

    /** Events per query. An aggregate that has fewer since its snapshot is read in one. */
    private static final int FETCHED_AT_ONCE = 500;

    private final Sealer sealer;

    PostgresEventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            NamedSerializer serializer,
            EventUpcaster upcasters,
            Sealer sealer) {
        super(
                builder()
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .upcasterChain(upcasters)
                        .snapshotFilter(
                                snapshot -> serializer.isCurrent(snapshot.getPayload().getType()))
                        .persistenceExceptionResolver(new LostRace())
                        .dataType(String.class)
                        .schema(Statements.SCHEMA)
                        .batchSize(FETCHED_AT_ONCE)
                        .finalAggregateBatchPredicate(batch -> batch.size() < FETCHED_AT_ONCE)
                        .extendedGapCheckEnabled(false)
                        .readEventDataWithoutGaps(Statements::after)
                        .readEventDataWithGaps(Statements::afterAndGaps)
                        .cleanGaps(Statements::aroundGaps)
                        .createTokenAt(Statements::before));
        this.sealer = sealer;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        sealer.prepareToSeal(events.stream().map(EventMessage::getPayload).toList());
        try {
            super.appendEvents(events, serializer);
        } catch (AggregateStreamCreationException | ConcurrencyException e) {
            // Axon blames the first event of the batch, whichever it was.
            throw lostRace(LostRace.loser(e, events), e);
        }
    }

    /** Without the driver's message, which quotes the whole row. */
    private static RuntimeException lostRace(EventMessage<?> loser, Exception cause) {
        if (!(loser instanceof DomainEventMessage<?> event)) {
            return new ConcurrencyException(
                    "The event " + loser.getIdentifier() + " is already stored", cause);
        }
        String aggregate = event.getType() + " " + event.getAggregateIdentifier();
        if (LostRace.wasAborted(cause)) {
            return new ConcurrencyException(
                    aggregate + " was being written by another transaction", cause);
        }
        return event.getSequenceNumber() == 0
                ? new AggregateStreamCreationException(aggregate + " already exists", cause)
                : new ConcurrencyException(
                        aggregate + " already has an event " + event.getSequenceNumber(), cause);
    }

    @Override
    protected void handlePersistenceException(Exception exception, EventMessage<?> failedEvent) {
        if (LostRace.wasAborted(exception)) {
            throw lostRace(failedEvent, exception);
        }
        super.handlePersistenceException(exception, failedEvent);
    }

    @Override
    protected PreparedStatement appendSnapshot(
            Connection connection, DomainEventMessage<?> snapshot, Serializer serializer)
            throws SQLException {
        return Statements.snapshot(connection, snapshot, serializer);
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    @Override
    protected void writeTimestamp(PreparedStatement sql, int position, Instant time)
            throws SQLException {
        sql.setLong(position, time.toEpochMilli());
    }
}
