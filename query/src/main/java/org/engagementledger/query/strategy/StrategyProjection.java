package org.engagementledger.query.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.strategy.EvidenceLinked;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code query.strategy_progress}. */
@Component
final class StrategyProjection implements Projection {

    static final String NAME = "strategy-progress";

    private static final String KNOWN =
            """
            SELECT state FROM unnest(?::text[]) AS wanted(action)
            CROSS JOIN LATERAL (
                SELECT state FROM query.strategy_progress AS told
                WHERE side = ? AND told.action = wanted.action ORDER BY version DESC LIMIT 1) AS last
            """;

    private static final String INSERT =
            """
            INSERT INTO query.strategy_progress
                (side, action, version, plan, position, day, event, actor, engagement, document, state)
            SELECT ?, action, version, plan, position, day::date, event, actor, engagement, document, state
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[])
                AS row(action, version, plan, position, day, event, actor, engagement, document, state)
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    StrategyProjection(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(StrategyEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.strategy_progress");
    }

    /** An event and what the action came to by it. */
    private record Row(FeedEntry entry, ActionState state) {

        String kind() {
            String name = entry.event().name();
            return name.substring(name.indexOf('.') + 1);
        }

        String actor() {
            return entry.event().metadata().getOrDefault(Provenance.ACTOR, "");
        }

        @Nullable EngagementId engagement() {
            return entry.event().payload() instanceof EvidenceLinked linked
                    ? linked.engagement()
                    : null;
        }

        @Nullable String document() {
            return entry.event().payload() instanceof EvidenceLinked linked
                    ? linked.document()
                    : null;
        }
    }

    @Override
    public void project(List<FeedEntry> events, int side) {
        Map<String, ActionState> known = known(events, side);
        List<Row> rows = new ArrayList<>();
        for (FeedEntry entry : events) {
            String id = entry.aggregateId();
            long sequence = entry.event().sequence();
            ActionState before = known.get(id);
            if (before != null && before.version() >= sequence) {
                continue;
            }
            ActionState after =
                    ActionState.after(
                                    before,
                                    (StrategyEvent) entry.event().payload(),
                                    sequence,
                                    LondonTime.dateOf(entry.event().recordedAt()))
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "The action %s begins with its event %d"
                                                            .formatted(id, sequence)));
            known.put(id, after);
            rows.add(new Row(entry, after));
        }
        write(rows, side);
    }

    private Map<String, ActionState> known(List<FeedEntry> events, int side) {
        Map<String, ActionState> known = new HashMap<>();
        database.sql(KNOWN)
                .param(
                        events.stream()
                                .map(FeedEntry::aggregateId)
                                .distinct()
                                .toArray(String[]::new))
                .param(side)
                .query((row, number) -> json.readValue(row.getString("state"), ActionState.class))
                .list()
                .forEach(it -> known.put(it.action().value(), it));
        return known;
    }

    private void write(List<Row> rows, int side) {
        if (!rows.isEmpty()) {
            List<Object> columns =
                    new Columns<>(rows)
                            .text(it -> it.state().action())
                            .number(it -> it.state().version())
                            .text(it -> it.state().action().plan())
                            .number(it -> it.entry().position())
                            .text(it -> it.state().day())
                            .text(Row::kind)
                            .text(Row::actor)
                            .text(Row::engagement)
                            .text(Row::document)
                            .text(it -> json.writeValueAsString(it.state()))
                            .arrays();
            database.sql(INSERT).param(side).params(columns).update();
        }
    }
}
