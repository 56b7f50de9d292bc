package org.engagementledger.query.projection;

import java.util.List;
import java.util.Set;
import org.engagementledger.ledger.feed.FeedEntry;

/**
 * Tables that are made of the feed. Each row is made of one aggregate's events only, so that it
 * says of which version it is.
 *
 * <p>The tables are partitioned by {@code side}, a {@code smallint} of 0 or 1, into {@code
 * <table>_0} and {@code <table>_1}. What is read is {@link #live}.
 */
public interface Projection {

    /** Its name, for operators and for ever. */
    String name();

    /**
     * Is raised whenever the same events come to other rows: then it is made again at the start.
     */
    int revision();

    /** The types of the events that it is made of: it is given no others. */
    Set<Class<?>> madeOf();

    /** Its tables with their schema, such as {@code query.engagement}. */
    List<String> tables();

    /**
     * Adds the next events to one side, in the transaction that also moves its position: together
     * they are in it, or not at all. Writes in batches.
     */
    void project(List<FeedEntry> events, int side);

    /**
     * The condition that a row is on the side that is read. It is a part of the statement that
     * reads, so that no statement sees two sides.
     */
    static String live(String name) {
        return "side = (SELECT live FROM query.projection WHERE name = '" + name + "')";
    }
}
