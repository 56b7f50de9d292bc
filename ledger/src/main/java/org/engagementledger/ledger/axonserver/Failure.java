package org.engagementledger.ledger.axonserver;

import io.axoniq.axonserver.connector.impl.StreamClosedException;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.event.util.GrpcExceptionParser;
import org.axonframework.axonserver.connector.query.AxonServerQueryDispatchException;
import org.axonframework.commandhandling.distributed.CommandDispatchException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/**
 * Why a command or a query failed, as a word: an exception's type doesn't survive the way to
 * another instance. Whoever handles names it, and whoever asked raises it anew.
 */
public enum Failure {
    /** Somebody else wrote first; nothing was written. */
    LOST_RACE,
    /** There is nothing by that id, or something of another kind. */
    UNKNOWN_AGGREGATE,
    /** A store did not answer; whether anything was written isn't known. */
    STORE_UNREACHABLE,
    /** An error of the service's own, which is in the log of the instance where it happened. */
    OWN_ERROR;

    /** The word for what a handler met with. */
    public static Failure of(Throwable thrown) {
        Optional<Failure> known = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Optional<Failure> here = known(cause);
            // A store wraps a lost race in an error of its own.
            known = known.isEmpty() || here.equals(Optional.of(LOST_RACE)) ? here : known;
        }
        return known.orElse(OWN_ERROR);
    }

    private static Optional<Failure> known(Throwable thrown) {
        return switch (thrown) {
            case AggregateNotFoundException _, IncompatibleAggregateException _ ->
                    Optional.of(UNKNOWN_AGGREGATE);
            case AggregateStreamCreationException _, ConcurrencyException _ ->
                    Optional.of(LOST_RACE);
            // The event store passes on what the connection told it, where the code is hidden.
            case StatusRuntimeException status ->
                    Optional.of(
                            GrpcExceptionParser.parse(status) instanceof ConcurrencyException
                                    ? LOST_RACE
                                    : STORE_UNREACHABLE);
            case EventStoreException _,
                    ExecutionException _,
                    AxonServerException _,
                    io.axoniq.axonserver.connector.AxonServerException _,
                    StreamClosedException _,
                    StreamTimeoutException _,
                    DataAccessException _,
                    TransactionException _,
                    SQLException _ ->
                    Optional.of(STORE_UNREACHABLE);
            default -> Optional.empty();
        };
    }

    /**
     * What whoever asked would have met with had it been handled here.
     *
     * @param aggregate the id of what was asked of, empty if of none
     * @param thrown what arrived
     */
    public static Throwable met(String aggregate, Throwable thrown) {
        return switch (thrown) {
            case CompletionException wrapped when wrapped.getCause() != null ->
                    met(aggregate, wrapped.getCause());
            case HandlerExecutionException told
                    when told.getDetails().orElse(null) instanceof Failure failure ->
                    failure.raised(aggregate, told);
            case CommandDispatchException _,
                    AxonServerQueryDispatchException _,
                    AxonServerException _,
                    io.axoniq.axonserver.connector.AxonServerException _,
                    StatusRuntimeException _ ->
                    new DataAccessResourceFailureException("Axon Server did not answer", thrown);
            default -> thrown;
        };
    }

    private RuntimeException raised(String aggregate, Throwable remote) {
        return switch (this) {
            case LOST_RACE -> new ConcurrencyException(sentence(), remote);
            case UNKNOWN_AGGREGATE -> new AggregateNotFoundException(aggregate, sentence());
            case STORE_UNREACHABLE -> new DataAccessResourceFailureException(sentence(), remote);
            case OWN_ERROR -> new IllegalStateException(sentence(), remote);
        };
    }

    /**
     * For another instance: nothing of the exception itself, whose words may quote what is
     * personal.
     */
    public String sentence() {
        return switch (this) {
            case LOST_RACE -> "Another command wrote first";
            case UNKNOWN_AGGREGATE -> "There is nothing of that kind by that id";
            case STORE_UNREACHABLE -> "A store of the instance that handled it did not answer";
            case OWN_ERROR -> "An error of the instance that handled it: see its log";
        };
    }
}
