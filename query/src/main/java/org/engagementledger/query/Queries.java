package org.engagementledger.query;

import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryGateway;
import org.engagementledger.ledger.access.Access;
import org.engagementledger.ledger.access.AccessLog;
import org.springframework.stereotype.Component;

/**
 * The only door to the read side. Whatever goes out by it is on record first, on the instance where
 * it was asked.
 */
@Component
public final class Queries {

    private final QueryGateway gateway;
    private final AccessLog log;

    Queries(QueryGateway gateway, AccessLog log) {
        this.gateway = gateway;
        this.log = log;
    }

    /**
     * Asks, and waits for the answer; who was shown what is then on record, also if it is nothing.
     * Throws whatever kept it from being given or recorded.
     */
    public <A> A ask(Question<A> question) {
        A answer = answer(question);
        log.add(question.access(answer));
        return answer;
    }

    /**
     * The same for somebody who has asked before and listens for what comes: that nothing has isn't
     * recorded.
     */
    public <A> A askOn(Question<A> question) {
        A answer = answer(question);
        Access access = question.access(answer);
        if (!access.isInVain()) {
            log.add(access);
        }
        return answer;
    }

    private <A> A answer(Question<A> question) {
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
