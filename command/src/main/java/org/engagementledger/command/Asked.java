package org.engagementledger.command;

import java.time.Instant;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.Circumstances;

/**
 * By whom, when and on which terms a command was asked: what its handler is given beside it.
 *
 * @param actor who asked
 * @param now the one time of the unit of work, in milliseconds: rules are judged on it, and events
 *     recorded at it
 * @param terms the terms on which engagement is offered
 */
public record Asked(Actor actor, Instant now, Terms terms) {

    /** The same as an engagement's decision takes it. */
    public Circumstances circumstances() {
        return new Circumstances(actor, now, terms);
    }
}
