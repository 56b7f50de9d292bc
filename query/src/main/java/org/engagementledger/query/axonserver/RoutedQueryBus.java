package org.engagementledger.query.axonserver;

import java.util.concurrent.CompletableFuture;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.NoHandlerForQueryException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.engagementledger.ledger.axonserver.Failure;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Sends queries by way of Axon Server, and raises what failed as if it had failed here. */
final class RoutedQueryBus extends AxonServerQueryBus {

    RoutedQueryBus(Builder builder) {
        super(builder);
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        return super.query(query)
                .handle(
                        (response, thrown) -> {
                            Throwable failed = failed(response, thrown);
                            return failed == null
                                    ? response
                                    : new GenericQueryResponseMessage<>(
                                            query.getResponseType().responseMessagePayloadType(),
                                            met(failed));
                        });
    }

    private static @Nullable Throwable failed(
            @Nullable QueryResponseMessage<?> response, @Nullable Throwable thrown) {
        return response != null && response.isExceptional() ? response.exceptionResult() : thrown;
    }

    private static Throwable met(Throwable failed) {
        return Failure.met("", failed) instanceof NoHandlerForQueryException nobody
                ? new DataAccessResourceFailureException("No instance answers queries", nobody)
                : Failure.met("", failed);
    }
}
