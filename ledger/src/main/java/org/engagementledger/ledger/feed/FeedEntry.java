package org.engagementledger.ledger.feed;

import org.engagementledger.ledger.store.StoredEvent;

/**
 * An event with its place in the feed.
 *
 * @param position its place, from 1
 * @param aggregateType of what kind the thing is that it happened to, such as {@code engagement}
 * @param aggregateId to what it happened
 * @param event what happened
 */
public record FeedEntry(
        long position, String aggregateType, String aggregateId, StoredEvent event) {}
