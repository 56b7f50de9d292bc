package org.engagementledger.query.waitinglist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.waitinglist.LastSurgeryNear;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.OfferWithdrawn;
import org.engagementledger.domain.waitinglist.PlaceChanged;
import org.engagementledger.domain.waitinglist.PlaceLeft;
import org.engagementledger.domain.waitinglist.PlaceTaken;
import org.engagementledger.domain.waitinglist.WaitingListEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code query.waiting_place}, {@code query.last_surgery} and {@code query.offer}, and in
 * {@code query.waiting_list} how far they have come.
 */
@Component
final class WaitingListProjection implements Projection {

    static final String NAME = "waitinglists";

    private static final String UPSERT_LISTS =
            """
            INSERT INTO query.waiting_list (side, list, version)
            SELECT ?, list, version FROM unnest(?::text[], ?::bigint[]) AS row(list, version)
            ON CONFLICT (side, list) DO UPDATE SET version = excluded.version
            """;

    private static final String UPSERT_PLACES =
            """
            INSERT INTO query.waiting_place
                (side, engagement_id, version, list, priority, custody_time_limit, hearing_date, joined_at, suitable_from,
                 suitable_until, has_offer, state)
            SELECT ?, engagement_id, version, list, priority::boolean, custody_time_limit::date, hearing_date::date,
                   joined_at, suitable_from::date, suitable_until::date, has_offer::boolean, state
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                        ?::text[], ?::text[], ?::text[])
                 AS row(engagement_id, version, list, priority, custody_time_limit, hearing_date, joined_at,
                        suitable_from, suitable_until, has_offer, state)
            ON CONFLICT (side, engagement_id) DO UPDATE SET
                version = excluded.version, list = excluded.list, priority = excluded.priority,
                custody_time_limit = excluded.custody_time_limit, hearing_date = excluded.hearing_date,
                joined_at = excluded.joined_at, suitable_from = excluded.suitable_from,
                suitable_until = excluded.suitable_until, has_offer = excluded.has_offer, state = excluded.state
            """;

    private static final String REMOVE_PLACES =
            """
            DELETE FROM query.waiting_place USING unnest(?::text[]) AS gone(engagement_id)
            WHERE side = ? AND waiting_place.engagement_id = gone.engagement_id
            """;

    private static final String UPSERT_WARNINGS =
            """
            INSERT INTO query.last_surgery (side, engagement_id, version, list, surgery, session_start)
            SELECT ?, engagement_id, version, list, surgery, session_start::bigint
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                 AS row(engagement_id, version, list, surgery, session_start)
            ON CONFLICT (side, engagement_id) DO UPDATE SET
                version = excluded.version, list = excluded.list, surgery = excluded.surgery,
                session_start = excluded.session_start
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
        return 2;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(WaitingListEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of(
                "query.waiting_list", "query.waiting_place", "query.last_surgery", "query.offer");
    }

    /** A waiting list, and its last event. */
    private record Told(String list, long version) {}

    /**
     * A case's place as an event has left it.
     *
     * @param place null if it waits no longer
     */
    private record Row(EngagementId engagement, long version, @Nullable Place place) {

        Place taken() {
            return Objects.requireNonNull(
                    place, () -> "%s has no place before event %d".formatted(engagement, version));
        }
    }

    private record Warned(LastSurgeryNear warning, long version) {}

    private record Offered(OfferDecided decided, long sequence) {}

    /** What a batch of events comes to. */
    private static final class Changes {

        private final Map<String, Told> lists;
        private final Map<EngagementId, Row> places;
        private final Map<EngagementId, Row> changed = new LinkedHashMap<>();
        private final Map<EngagementId, Warned> warned = new LinkedHashMap<>();
        private final List<Offered> offered = new ArrayList<>();

        Changes(Map<String, Told> lists, Map<EngagementId, Row> places) {
            this.lists = lists;
            this.places = places;
        }

        void add(FeedEntry entry) {
            String list = entry.aggregateId();
            long version = entry.event().sequence();
            Told told = lists.get(list);
            if (told != null && told.version() >= version) {
                return;
            }
            lists.put(list, new Told(list, version));
            WaitingListEvent event = (WaitingListEvent) entry.event().payload();
            switch (event) {
                case PlaceTaken e -> put(e, version, Place.taken(e.waiting()));
                case PlaceChanged e -> put(e, version, place(e, version).changed(e.waiting()));
                case OfferWithdrawn e -> put(e, version, place(e, version).changed(e.waiting()));
                case PlaceLeft e -> put(e, version, null);
                case OfferDecided e -> {
                    put(e, version, place(e, version).offered(e.slot(), e.until()));
                    offered.add(new Offered(e, version));
                }
                case LastSurgeryNear e -> warned.put(e.engagement(), new Warned(e, version));
            }
        }

        private Place place(WaitingListEvent event, long version) {
            EngagementId engagement = about(event);
            return places.getOrDefault(engagement, new Row(engagement, version, null)).taken();
        }

        private void put(WaitingListEvent event, long version, @Nullable Place place) {
            Row row = new Row(about(event), version, place);
            places.put(row.engagement(), row);
            changed.put(row.engagement(), row);
        }
    }

    private static EngagementId about(WaitingListEvent event) {
        return switch (event) {
            case PlaceTaken e -> e.waiting().engagement();
            case PlaceChanged e -> e.waiting().engagement();
            case OfferWithdrawn e -> e.waiting().engagement();
            case PlaceLeft e -> e.engagement();
            case OfferDecided e -> e.engagement();
            case LastSurgeryNear e -> e.engagement();
        };
    }

    @Override
    public void project(List<FeedEntry> events, int side) {
        Changes changes = new Changes(lists(events, side), places(events, side));
        events.forEach(changes::add);
        writeLists(List.copyOf(changes.lists.values()), side);
        removePlaces(changes.changed.values().stream().filter(it -> it.place() == null), side);
        writePlaces(
                changes.changed.values().stream().filter(it -> it.place() != null).toList(), side);
        writeWarnings(List.copyOf(changes.warned.values()), side);
        add(changes.offered, side);
    }

    private Map<String, Told> lists(List<FeedEntry> events, int side) {
        return database
                .sql(
                        "SELECT list, version FROM query.waiting_list WHERE side = ? AND list = ANY"
                                + " (?)")
                .param(side)
                .param(
                        events.stream()
                                .map(FeedEntry::aggregateId)
                                .distinct()
                                .toArray(String[]::new))
                .query((row, number) -> new Told(row.getString("list"), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Told::list, Function.identity()));
    }

    private Map<EngagementId, Row> places(List<FeedEntry> events, int side) {
        return database
                .sql(
                        """
                        SELECT engagement_id, version, state FROM query.waiting_place
                        WHERE side = ? AND engagement_id = ANY (?)
                        """)
                .param(side)
                .param(
                        events.stream()
                                .map(entry -> about((WaitingListEvent) entry.event().payload()))
                                .map(EngagementId::value)
                                .distinct()
                                .toArray(String[]::new))
                .query(
                        (row, number) ->
                                new Row(
                                        new EngagementId(row.getString("engagement_id")),
                                        row.getLong("version"),
                                        json.readValue(row.getString("state"), Place.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::engagement, Function.identity()));
    }

    private void writeLists(List<Told> lists, int side) {
        List<Object> columns = new Columns<>(lists).text(Told::list).number(Told::version).arrays();
        database.sql(UPSERT_LISTS).param(side).params(columns).update();
    }

    private void removePlaces(Stream<Row> rows, int side) {
        database.sql(REMOVE_PLACES)
                .param(rows.map(row -> row.engagement().value()).toArray(String[]::new))
                .param(side)
                .update();
    }

    private void writePlaces(List<Row> rows, int side) {
        List<Object> columns =
                new Columns<>(rows)
                        .text(Row::engagement)
                        .number(Row::version)
                        .text(row -> row.taken().waiting().list())
                        .text(row -> row.taken().waiting().priority())
                        .text(row -> row.taken().waiting().custodyTimeLimit())
                        .text(row -> row.taken().waiting().hearingDate())
                        .number(row -> row.taken().waiting().joinedAt().toEpochMilli())
                        .text(row -> row.taken().waiting().suitableFrom())
                        .text(row -> row.taken().waiting().suitableUntil())
                        .text(row -> row.taken().waiting().offered() != null)
                        .text(row -> json.writeValueAsString(row.taken()))
                        .arrays();
        database.sql(UPSERT_PLACES).param(side).params(columns).update();
    }

    private void writeWarnings(List<Warned> warned, int side) {
        List<Object> columns =
                new Columns<>(warned)
                        .text(it -> it.warning().engagement())
                        .number(Warned::version)
                        .text(it -> it.warning().list())
                        .text(it -> it.warning().surgery())
                        .text(
                                it ->
                                        Optional.ofNullable(it.warning().start())
                                                .map(Instant::toEpochMilli)
                                                .orElse(null))
                        .arrays();
        database.sql(UPSERT_WARNINGS).param(side).params(columns).update();
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
