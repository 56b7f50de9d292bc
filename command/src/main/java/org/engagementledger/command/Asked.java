package org.engagementledger.command;

import java.time.Clock;
import java.time.Instant;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.Circumstances;

/**
 * By whom, when, on which terms and conditions a command was asked: what its handler is given
 * beside it.
 *
 * @param actor who asked
 * @param clock gives the one time of the unit of work
 * @param terms the terms on which engagement is offered
 * @param conditions on which conditions the command is carried out
 */
public record Asked(Actor actor, Clock clock, Terms terms, Conditions conditions) {

    /**
     * The one time of the unit of work, in milliseconds: rules are judged on it, and events
     * recorded at it. It is read when it is first wanted; a handler that wants it only once it
     * holds the aggregate is never earlier than who held it before.
     */
    public Instant now() {
        return clock.instant();
    }

    /** The same as an engagement's decision takes it. */
    public Circumstances circumstances() {
        return new Circumstances(actor, now(), terms);
    }
}
