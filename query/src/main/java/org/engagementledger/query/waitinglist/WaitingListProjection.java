package org.engagementledger.query.waitinglist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.WaitingListEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code query.waiting_list} and {@code query.offer}. */
@Component
final class WaitingListProjection implements Projection {

    static final String NAME = "waitinglists";

    private static final String UPSERT =
            """
            INSERT INTO query.waiting_list (side, list, version, state)
            SELECT ?, list, version, state
            FROM unnest(?::text[], ?::bigint[], ?::text[]) AS row(list, version, state)
            ON CONFLICT (side, list) DO UPDATE SET version = excluded.version, state = excluded.state
            """;

    private static final String ADD_OFFERS =
            """
            INSERT INTO query.offer (side, list, sequence, engagement_id, offered_at, decided)
            SELECT ?, list, sequence, engagement_id, offered_at, decided
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[])
                 AS row(list, sequence, engagement_id, offered_at, decided)
            ON CONFLICT DO NOTHING
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    WaitingListProjection(JdbcClient database, Sealer sealer) {
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
        return Set.of(WaitingListEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.waiting_list", "query.offer");
    }

    private record Row(String list, long version, Queue queue) {}

    private record Offered(long sequence, OfferDecided decided) {}

    @Override
    public void project(List<FeedEntry> events, int side) {
        Map<String, Row> known = read(events, side);
        Map<String, Row> changed = new LinkedHashMap<>();
        List<Offered> offered = new ArrayList<>();
        for (FeedEntry entry : events) {
            WaitingListEvent event = (WaitingListEvent) entry.event().payload();
            String list = entry.aggregateId();
            long sequence = entry.event().sequence();
            Row before = known.getOrDefault(list, new Row(list, -1, Queue.EMPTY));
            if (before.version() >= sequence) {
                continue;
            }
            Row after = new Row(list, sequence, before.queue().after(event));
            known.put(list, after);
            changed.put(list, after);
            if (event instanceof OfferDecided decided) {
                offered.add(new Offered(sequence, decided));
            }
        }
        write(List.copyOf(changed.values()), side);
        add(offered, side);
    }

    private Map<String, Row> read(List<FeedEntry> events, int side) {
        Map<String, Row> known = new HashMap<>();
        database.sql(
                        "SELECT list, version, state FROM query.waiting_list WHERE side = ? AND list = ANY (?)")
                .param(side)
                .param(
                        events.stream()
                                .map(FeedEntry::aggregateId)
                                .distinct()
                                .toArray(String[]::new))
                .query(
                        row -> {
                            String list = row.getString("list");
                            known.put(
                                    list,
                                    new Row(
                                            list,
                                            row.getLong("version"),
                                            json.readValue(row.getString("state"), Queue.class)));
                        });
        return known;
    }

    private void write(List<Row> rows, int side) {
        List<Object> columns =
                new Columns<>(rows)
                        .text(Row::list)
                        .number(Row::version)
                        .text(row -> json.writeValueAsString(row.queue()))
                        .arrays();
        database.sql(UPSERT).param(side).params(columns).update();
    }

    private void add(List<Offered> offered, int side) {
        List<Object> columns =
                new Columns<>(offered)
                        .text(it -> it.decided().list())
                        .number(Offered::sequence)
                        .text(it -> it.decided().engagement())
                        .number(it -> it.decided().offeredAt().toEpochMilli())
                        .text(it -> json.writeValueAsString(it.decided()))
                        .arrays();
        database.sql(ADD_OFFERS).param(side).params(columns).update();
    }
}
