package org.engagementledger.query.casehistory;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.json.Opener;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.query.Disclosure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an engagement's history from the ledger itself. */
@Component
public class CaseHistory {

    /** The most entries that one page holds. */
    public static final int LARGEST_PAGE = 500;

    private static final Set<Role> READERS =
            Set.of(
                    Role.DEFENCE_PRACTITIONER,
                    Role.TRIAGE_OFFICER,
                    Role.DISTRICT_CROWN_PROSECUTOR,
                    Role.COORDINATOR,
                    Role.AUDITOR);

    private final EventReader events;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Opener opener;

    CaseHistory(EventReader events, JdbcClient database, Sealer sealer) {
        this.events = events;
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
        this.opener = new Opener(sealer);
    }

    /** Whether somebody in this role may read histories at all. */
    public boolean isOpenTo(Role role) {
        return READERS.contains(role);
    }

    /**
     * A page of the history.
     *
     * @param from the first sequence number that is wanted
     * @param limit how many entries at most, up to {@link #LARGEST_PAGE}
     * @return empty if there is no such engagement, or it is another firm's
     */
    public Optional<HistoryPage> read(EngagementId engagement, Actor reader, long from, int limit) {
        Set<Long> struck = recordedInError(engagement);
        if (!isOpenTo(reader.role())
                || !exists(engagement)
                || !isTheirs(engagement, reader, struck)) {
            return Optional.empty();
        }
        List<StoredEvent> found = events.read(engagement.value(), from, limit + 1);
        boolean more = found.size() > limit;
        List<HistoryEntry> entries =
                found.stream().limit(limit).map(event -> entry(event, reader, struck)).toList();
        return Optional.of(
                new HistoryPage(entries, more ? entries.getLast().sequence() + 1 : null));
    }

    private HistoryEntry entry(StoredEvent event, Actor reader, Set<Long> struck) {
        Map<String, String> metadata = event.metadata();
        String occurredAt = metadata.get(Provenance.OCCURRED_AT);
        return new HistoryEntry(
                event.sequence(),
                event.eventId(),
                event.name().substring(event.name().indexOf('.') + 1),
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
                struck.contains(event.sequence()),
                facts(event, reader));
    }

    private JsonNode facts(StoredEvent event, Actor reader) {
        JsonNode facts = json.valueToTree(event.payload());
        Disclosure.withhold(facts, reader.role());
        return opener.open(facts);
    }

    /** Surgeries and claims have histories of their own, and are no engagements. */
    private boolean exists(EngagementId engagement) {
        return database.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM ledger.event
                            WHERE aggregate_id = :engagement
                              AND sequence = 0
                              AND aggregate_type = 'engagement')
                        """)
                .param("engagement", engagement.value())
                .query(Boolean.class)
                .single();
    }

    /** The defence sees what its own firm has, as the latest transfer that stands says. */
    private boolean isTheirs(EngagementId engagement, Actor reader, Set<Long> struck) {
        if (reader.role() != Role.DEFENCE_PRACTITIONER) {
            return true;
        }
        Optional<FirmId> firm =
                database
                        .sql(
                                """
                                SELECT sequence, payload::jsonb #>> '{requester,firm}' AS firm
                                FROM ledger.event
                                WHERE aggregate_id = :engagement
                                  AND name IN ('engagement.Submitted', 'engagement.RepresentationTransferred')
                                ORDER BY sequence DESC
                                """)
                        .param("engagement", engagement.value())
                        .query(
                                (row, number) ->
                                        new Represented(
                                                row.getLong("sequence"), row.getString("firm")))
                        .list()
                        .stream()
                        .filter(represented -> !struck.contains(represented.sequence()))
                        .findFirst()
                        .flatMap(represented -> Optional.ofNullable(represented.firm()))
                        .map(FirmId::new);
        return firm.isPresent() && firm.equals(Optional.ofNullable(reader.firm()));
    }

    private record Represented(long sequence, @Nullable String firm) {}

    private Set<Long> recordedInError(EngagementId engagement) {
        return new HashSet<>(
                database.sql(
                                """
                                SELECT (payload::jsonb ->> 'sequence')::bigint
                                FROM ledger.event
                                WHERE aggregate_id = :engagement AND name = 'engagement.RecordedInError'
                                """)
                        .param("engagement", engagement.value())
                        .query(Long.class)
                        .list());
    }
}
