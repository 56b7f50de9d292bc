package org.engagementledger.query.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.correspondence.Part;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Disclosure;
import org.engagementledger.query.casehistory.FirmEvents;
import org.engagementledger.query.schedule.ScheduleReaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the feed itself, for which no projection is needed; a firm's feed along the projection that
 * knows whose each case is.
 */
@Component
class FeedQueries {

    /** Its id says which firm engages on which case. */
    private static final String CLAIM = "claim";

    private final Feed feed;
    private final FirmEvents firms;
    private final JsonMapper json;

    FeedQueries(Feed feed, FirmEvents firms, Sealer sealer) {
        this.feed = feed;
        this.firms = firms;
        this.json = LedgerJson.sealed(sealer);
    }

    @QueryHandler
    ReadFeed.Page read(ReadFeed question) {
        Actor reader = question.reader();
        if (question.limit() == 0) {
            // Somebody begins to listen: there is nothing to read yet, but that is on record.
            return new ReadFeed.Page(List.of(), question.after());
        }
        if (ReadFeed.isWholeFor(reader.role())) {
            List<FeedEntry> found = feed.read(question.after(), question.limit());
            return page(
                    found,
                    found.isEmpty() ? question.after() : found.getLast().position(),
                    reader.role());
        }
        if (ReadFeed.isOpenTo(reader.role())) {
            FirmEvents.Page found =
                    firms.read(CaseReaders.ownFirm(reader), question.after(), question.limit());
            return page(found.events(), found.upTo(), reader.role());
        }
        return new ReadFeed.Page(List.of(), question.after());
    }

    private ReadFeed.Page page(List<FeedEntry> found, long upTo, Role reader) {
        return new ReadFeed.Page(found.stream().map(entry -> shown(entry, reader)).toList(), upTo);
    }

    private FeedEvent shown(FeedEntry entry, Role reader) {
        StoredEvent event = entry.event();
        Map<String, String> metadata = event.metadata();
        String occurredAt = metadata.get(Provenance.OCCURRED_AT);
        return new FeedEvent(
                entry.position(),
                entry.aggregateType(),
                reader == Role.OPERATOR && entry.aggregateType().equals(CLAIM)
                        ? null
                        : entry.aggregateId(),
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
        if (!ScheduleReaders.seeAddresses(reader)) {
            facts.path("hosts").forEach(host -> ((ObjectNode) host).remove("email"));
            facts.path("recipients")
                    .forEach(
                            to -> {
                                if (!to.path("part").asString().equals(Part.DEFENCE.name())) {
                                    ((ObjectNode) to).remove("address");
                                }
                            });
        }
        return facts;
    }
}
