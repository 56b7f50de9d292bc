package org.engagementledger.query.casehistory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.ledger.store.StoredEvents;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Disclosure;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code query.case_history} and {@code query.case_event}, with the events themselves. */
@Component
class CaseHistoryQueries {

    private static final String ALL_KINDS =
            """
            SELECT sequence, struck_by, changes FROM query.case_event AS told
            WHERE told.side = history.side AND engagement_id = history.aggregate_id AND sequence %s ?
            ORDER BY sequence %s LIMIT ?
            """;

    /** Kind by kind, so that none is looked for among the others. */
    private static final String SOME_KINDS =
            """
            SELECT sequence, struck_by, changes
            FROM unnest(?) AS wanted(kind)
            CROSS JOIN LATERAL (
                SELECT sequence, struck_by, changes FROM query.case_event AS told
                WHERE told.side = history.side AND engagement_id = history.aggregate_id AND event = kind
                  AND sequence %s ?
                ORDER BY sequence %s LIMIT ?) AS told
            ORDER BY sequence %2$s LIMIT ?
            """;

    private final JdbcClient database;
    private final StoredEvents events;
    private final JsonMapper json;

    CaseHistoryQueries(JdbcClient database, StoredEvents events, Sealer sealer) {
        this.database = database;
        this.events = events;
        this.json = LedgerJson.sealed(sealer);
    }

    @QueryHandler
    SeeHistory.Seen see(SeeHistory question) {
        Actor reader = question.reader();
        if (!CaseReaders.include(reader.role())) {
            return nothing();
        }
        List<Read> rows =
                database.sql(sql(question.order(), question.events()))
                        .param(question.engagement())
                        .param(CaseReaders.seeAllFirms(reader))
                        .param(CaseReaders.ownFirm(reader))
                        .params(page(question))
                        .query((row, number) -> read(row, reader.role()))
                        .list();
        if (rows.isEmpty()) {
            return nothing();
        }
        List<HistoryEntry> found = rows.stream().map(Read::entry).filter(Objects::nonNull).toList();
        boolean more = found.size() > question.limit();
        return new SeeHistory.Seen(
                rows.getFirst().version(),
                more ? found.subList(0, question.limit()) : found,
                more ? (Long) found.get(question.limit()).sequence() : null);
    }

    private static SeeHistory.Seen nothing() {
        return new SeeHistory.Seen(-1, List.of(), null);
    }

    /** One statement, so that the page and its version go together. */
    private static String sql(HistoryOrder order, Set<String> kinds) {
        String from = order == HistoryOrder.OLDEST ? ">=" : "<=";
        String direction = order == HistoryOrder.OLDEST ? "ASC" : "DESC";
        return """
        SELECT version, struck_by, changes, %s
        FROM (SELECT side, engagement_id AS aggregate_id, version FROM query.case_history
              WHERE engagement_id = ? AND (? OR firm = ?) AND %s) AS history
        LEFT JOIN LATERAL (%s) AS page ON true
        LEFT JOIN ledger.event USING (aggregate_id, sequence)
        ORDER BY sequence %s
        """
                .formatted(
                        StoredEvents.COLUMNS,
                        Projection.live(CaseHistoryProjection.NAME),
                        (kinds.isEmpty() ? ALL_KINDS : SOME_KINDS).formatted(from, direction),
                        direction);
    }

    private static List<Object> page(SeeHistory question) {
        List<Object> values = new ArrayList<>();
        int oneMore = question.limit() + 1;
        if (!question.events().isEmpty()) {
            values.add(question.events().toArray(String[]::new));
        }
        values.add(first(question));
        values.add(oneMore);
        if (!question.events().isEmpty()) {
            values.add(oneMore);
        }
        return values;
    }

    private static long first(SeeHistory question) {
        if (question.from() != null) {
            return question.from();
        }
        return question.order() == HistoryOrder.OLDEST ? 0 : Long.MAX_VALUE;
    }

    /** A row; without an entry if nothing is on the page. */
    private record Read(long version, @Nullable HistoryEntry entry) {}

    private Read read(ResultSet row, Role reader) throws SQLException {
        return new Read(
                row.getLong("version"),
                row.getString("changes") == null ? null : entry(row, reader));
    }

    private HistoryEntry entry(ResultSet row, Role reader) throws SQLException {
        StoredEvent event = events.read(row);
        Map<String, String> metadata = event.metadata();
        String occurredAt = metadata.get(Provenance.OCCURRED_AT);
        Long struckBy = row.getObject("struck_by", Long.class);
        JsonNode facts = json.valueToTree(event.payload());
        Disclosure.withhold(facts, reader);
        return new HistoryEntry(
                event.sequence(),
                event.eventId(),
                SeeHistory.kind(event.name()),
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
                struckBy != null,
                struckBy,
                List.of(json.readValue(row.getString("changes"), Change[].class)),
                facts);
    }
}
