package org.engagementledger.ledger.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * How PostgreSQL says that somebody else was first. Its driver has no exception type for it, as
 * Axon's own resolver expects: it tells by the SQL state.
 */
final class LostRace implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final List<String> ABORTED_FOR_ANOTHER = List.of("40001", "40P01");

    @Override
    public boolean isDuplicateKeyViolation(@Nullable Exception exception) {
        return UNIQUE_VIOLATION.equals(state(exception));
    }

    /**
     * Whether the server gave the transaction up for another's sake, as in a deadlock of two that
     * cross.
     */
    static boolean wasAborted(@Nullable Exception exception) {
        return ABORTED_FOR_ANOTHER.contains(state(exception));
    }

    /**
     * Which of the events has the sequence number, or the id, that was taken. If the driver keeps
     * what the server said to itself, one that wasn't to be its aggregate's first: whoever then
     * looks again finds out.
     */
    static EventMessage<?> loser(Exception exception, List<? extends EventMessage<?>> events) {
        String said = server(exception).map(SQLException::getMessage).orElse("");
        EventMessage<?> likely = events.getFirst();
        for (EventMessage<?> event : events) {
            if (said.contains("=(" + key(event) + ")")
                    || said.contains("=(" + event.getIdentifier() + ")")) {
                return event;
            }
            likely = isFirst(likely) ? event : likely;
        }
        return likely;
    }

    private static String key(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> e
                ? e.getAggregateIdentifier() + ", " + e.getSequenceNumber()
                : event.getIdentifier() + ", 0";
    }

    private static boolean isFirst(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> e && e.getSequenceNumber() == 0;
    }

    private static String state(@Nullable Exception exception) {
        return server(exception).map(SQLException::getSQLState).orElse("");
    }

    /** What the server said: the driver wraps it in an exception about the batch. */
    private static Optional<SQLException> server(@Nullable Throwable exception) {
        SQLException deepest = null;
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                deepest = error;
            }
        }
        return Optional.ofNullable(deepest);
    }
}
