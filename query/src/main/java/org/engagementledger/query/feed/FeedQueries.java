package org.engagementledger.query.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.query.Disclosure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the feed itself: it needs no projection. */
@Component
class FeedQueries {

    private final Feed feed;
    private final JsonMapper json;

    FeedQueries(Feed feed, Sealer sealer) {
        this.feed = feed;
        this.json = LedgerJson.sealed(sealer);
    }

    @QueryHandler
    ReadFeed.Page read(ReadFeed question) {
        return new ReadFeed.Page(
                ReadFeed.isOpenTo(question.reader().role())
                        ? feed.read(question.after(), question.limit()).stream()
                                .map(entry -> shown(entry, question.reader().role()))
                                .toList()
                        : List.of());
    }

    private FeedEvent shown(FeedEntry entry, Role reader) {
        StoredEvent event = entry.event();
        Map<String, String> metadata = event.metadata();
        String occurredAt = metadata.get(Provenance.OCCURRED_AT);
        return new FeedEvent(
                entry.position(),
                entry.aggregateType(),
                entry.aggregateId(),
                event.sequence(),
                event.eventId(),
                event.name(),
                event.revision(),
                occurredAt == null ? event.recordedAt() : Instant.parse(occurredAt),
                event.recordedAt(),
                metadata.getOrDefault(Provenance.ACTOR, ""),
                metadata.getOrDefault(Provenance.ROLE, ""),
                metadata.get(Provenance.FIRM),
                metadata.get(Provenance.CHANNEL),
                metadata.get(Provenance.REASON),
                metadata.get(Provenance.CORRELATION),
                metadata.get(Provenance.CAUSATION),
                facts(event, reader));
    }

    private @Nullable JsonNode facts(StoredEvent event, Role reader) {
        if (reader == Role.OPERATOR) {
            return null;
        }
        JsonNode facts = json.valueToTree(event.payload());
        Disclosure.withhold(facts, reader);
        return facts;
    }
}
