package org.engagementledger.query.programme;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code query.programme}. */
@Component
final class ProgrammeProjection implements Projection {

    static final String NAME = "programmes";

    private static final String KNOWN =
            "SELECT state FROM query.programme WHERE side = ? AND programme = ANY (?)";

    private static final String UPSERT =
            """
            INSERT INTO query.programme (side, programme, version, court, state)
            SELECT ?, programme, version, court, state
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) AS row(programme, version, court, state)
            ON CONFLICT (side, programme) DO UPDATE SET
                version = excluded.version, court = excluded.court, state = excluded.state
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    ProgrammeProjection(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(ProgrammeEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.programme");
    }

    @Override
    public void project(List<FeedEntry> events, int side) {
        Map<String, Standing> known = known(events, side);
        Map<String, Standing> changed = new LinkedHashMap<>();
        for (FeedEntry entry : events) {
            String id = entry.aggregateId();
            long sequence = entry.event().sequence();
            Standing before = known.get(id);
            if (before != null && before.version() >= sequence) {
                continue;
            }
            Standing after =
                    Standing.after(before, (ProgrammeEvent) entry.event().payload(), sequence)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "The programme %s begins with its event %d"
                                                            .formatted(id, sequence)));
            known.put(id, after);
            changed.put(id, after);
        }
        write(List.copyOf(changed.values()), side);
    }

    private Map<String, Standing> known(List<FeedEntry> events, int side) {
        Map<String, Standing> known = new HashMap<>();
        database.sql(KNOWN)
                .param(side)
                .param(
                        events.stream()
                                .map(FeedEntry::aggregateId)
                                .distinct()
                                .toArray(String[]::new))
                .query((row, number) -> Standing.read(row.getString("state"), json))
                .list()
                .forEach(it -> known.put(it.programme(), it));
        return known;
    }

    private void write(List<Standing> rows, int side) {
        if (!rows.isEmpty()) {
            List<Object> columns =
                    new Columns<>(rows)
                            .text(Standing::programme)
                            .number(Standing::version)
                            .text(it -> it.pattern().court())
                            .text(json::writeValueAsString)
                            .arrays();
            database.sql(UPSERT).param(side).params(columns).update();
        }
    }
}
