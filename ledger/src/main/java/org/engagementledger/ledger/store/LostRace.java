package org.engagementledger.ledger.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * How PostgreSQL says that somebody else was first. Its driver has no exception type for it, as
 * Axon's own resolver expects: it tells by the SQL state.
 */
final class LostRace implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final List<String> ABORTED_FOR_ANOTHER = List.of("40001", "40P01");

    @Override
    public boolean isDuplicateKeyViolation(@Nullable Exception exception) {
        return in(exception)
                .filter(error -> UNIQUE_VIOLATION.equals(error.getSQLState()))
                .isPresent();
    }

    /**
     * Whether the server gave the transaction up for another's sake, as in a deadlock of two that
     * cross.
     */
    static boolean wasAborted(@Nullable Exception exception) {
        return in(exception)
                .filter(error -> ABORTED_FOR_ANOTHER.contains(String.valueOf(error.getSQLState())))
                .isPresent();
    }

    /**
     * Which of the events has the sequence number, or the id, that was taken; the first if the
     * server doesn't say.
     */
    static EventMessage<?> loser(Exception exception, List<? extends EventMessage<?>> events) {
        String key =
                in(exception)
                        .map(PSQLException::getServerErrorMessage)
                        .map(ServerErrorMessage::getDetail)
                        .orElse("");
        for (EventMessage<?> event : events) {
            if (key.contains("=(" + event.getIdentifier() + ")")
                    || (event instanceof DomainEventMessage<?> e
                            && key.contains(
                                    "=("
                                            + e.getAggregateIdentifier()
                                            + ", "
                                            + e.getSequenceNumber()
                                            + ")"))) {
                return event;
            }
        }
        return events.getFirst();
    }

    private static Optional<PSQLException> in(@Nullable Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException error) {
                return Optional.of(error);
            }
            if (cause instanceof SQLException batch
                    && batch.getNextException() instanceof PSQLException error) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }
}
