package org.engagementledger.query;

import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** The door to the read side. */
@Component
public final class Queries {

    private final QueryGateway gateway;

    Queries(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** Asks, and waits for the answer. Throws whatever kept it from being given. */
    public <A> A ask(Question<A> question) {
        try {
            return gateway.query(question, question.answerType()).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
