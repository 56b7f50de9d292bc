package org.engagementledger.command.policy;

import java.util.Set;
import org.engagementledger.ledger.feed.FeedEntry;

/**
 * Acts on events, along the feed: each one that it follows, in their order, at least once. One
 * instance of the service is at it at a time.
 *
 * <p>It begins with what is written after it was first known to the ledger, is never reset, and
 * isn't told of what is played into a demonstration.
 */
public interface Policy {

    /** Its name, for operators and for ever; the actor of its commands. */
    String name();

    /** The types of the events that it acts on, or supertypes of them: it is told of no others. */
    Set<Class<?>> follows();

    /**
     * Acts on an event. It is in no transaction, so that each command that it sends is one of its
     * own. It ends within seconds: what may take longer it leaves to a {@link DueTask}.
     *
     * <p>It is told of the event again if it fails, with a growing pause, and isn't told of any
     * other before. If it has failed for some minutes the event is parked, with whatever comes of
     * the same aggregate, until an operator has it tried again, and the policy goes on with the
     * others. It is also told again if the service ends before it is on record that it has acted.
     * So whatever it does must be harmless twice, or recognised by the key of its {@link
     * OwnAccord}.
     */
    void on(FeedEntry entry);
}
