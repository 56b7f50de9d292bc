package org.engagementledger.domain.engagement;

import java.time.Instant;
import java.time.LocalDate;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.surgery.Surgery;
import org.jspecify.annotations.Nullable;

/**
 * What a decision looks at beside the command and the engagement itself.
 *
 * @param actor who asks
 * @param now when they ask: rules are judged on the time of recording
 * @param terms the terms on which engagement is offered
 * @param surgery the surgery that the command names; null if it names none
 * @param named the engagement's event that the command names; null if it names none, or there is
 *     none
 */
public record Circumstances(
        Actor actor,
        Instant now,
        Terms terms,
        @Nullable Surgery surgery,
        @Nullable EngagementEvent named) {

    public Circumstances(Actor actor, Instant now, Terms terms) {
        this(actor, now, terms, null, null);
    }

    /** The same, with the surgery that the command names. */
    public Circumstances with(Surgery surgery) {
        return new Circumstances(actor, now, terms, surgery, named);
    }

    /** The same, with the event that the command names. */
    public Circumstances with(@Nullable EngagementEvent named) {
        return new Circumstances(actor, now, terms, surgery, named);
    }

    /** Today in London. */
    public LocalDate today() {
        return LondonTime.dateOf(now);
    }
}
