package org.engagementledger.query.axonserver;

import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.engagementledger.ledger.axonserver.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names what fails when a query is answered, for whoever asked on another instance. */
final class NamedFailures implements MessageHandlerInterceptor<QueryMessage<?, ?>> {

    private static final Logger LOG = LoggerFactory.getLogger(NamedFailures.class);

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends QueryMessage<?, ?>> unit, InterceptorChain chain) {
        try {
            return chain.proceed();
        } catch (Exception failed) {
            LOG.error("{} failed", unit.getMessage().getQueryName(), failed);
            Failure failure = Failure.of(failed);
            throw new QueryExecutionException(failure.sentence(), null, failure);
        }
    }
}
