package org.engagementledger.query.evaluation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.StoredEvents;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code query.evaluated} and {@code query.evaluated_fact}.
 *
 * <p>A correction changes what counted long before it. So with it the engagement is told again by
 * its events up to that one, read from the ledger: never by later ones, so that it comes to the
 * same however the feed is cut.
 */
@Component
final class EvaluationProjection implements Projection {

    static final String NAME = "evaluation";

    private static final String KNOWN =
            "SELECT engagement_id, sheet FROM query.evaluated WHERE side = ? AND engagement_id = ANY (?)";

    private static final String EVENTS =
            "SELECT "
                    + StoredEvents.COLUMNS
                    + " FROM unnest(?::text[], ?::bigint[]) AS corrected(id, by)"
                    + " JOIN ledger.event ON aggregate_id = id AND sequence <= by"
                    + " ORDER BY aggregate_id, sequence";

    private static final String UPSERT =
            """
            INSERT INTO query.evaluated
                (side, engagement_id, version, court, stage, in_person, firm, submitted_at, hearing_date, sheet)
            SELECT ?, id, version, court, stage, firm IS NULL, firm, submitted_at, hearing_date::date, sheet
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                 AS row(id, version, court, stage, firm, submitted_at, hearing_date, sheet)
            ON CONFLICT (side, engagement_id) DO UPDATE SET
                version = excluded.version, in_person = excluded.in_person, firm = excluded.firm,
                hearing_date = excluded.hearing_date, sheet = excluded.sheet
            """;

    private static final String FORGET =
            "DELETE FROM query.evaluated_fact WHERE side = ? AND engagement_id = ANY (?)";

    private static final String ADD =
            """
            INSERT INTO query.evaluated_fact
                (side, engagement_id, sequence, ordinal, kind, first, detail, part, at, day, recorded_day, court, stage,
                 submitted_at, slot_start, other_sequence, notice, how)
            SELECT ?, id, sequence, ordinal::int, kind, first::boolean, detail, part, at, day::date, recorded_day::date, court, stage,
                   submitted_at, slot_start::bigint, other_sequence::bigint, notice::int, how
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                        ?::text[])
                 AS row(id, sequence, ordinal, kind, first, detail, part, at, day, recorded_day, court, stage, submitted_at,
                        slot_start, other_sequence, notice, how)
            """;

    private final JdbcClient database;
    private final StoredEvents ledger;
    private final JsonMapper json;

    EvaluationProjection(JdbcClient database, StoredEvents ledger, Sealer sealer) {
        this.database = database;
        this.ledger = ledger;
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
        return Set.of(EngagementEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.evaluated", "query.evaluated_fact");
    }

    /** What counts, and of which engagement. */
    private record Row(Evaluated of, Counted counted) {}

    @Override
    public void project(List<FeedEntry> events, int side) {
        Map<String, Evaluated> known = known(events, side);
        Map<String, Evaluated> changed = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        Map<String, Long> corrected = corrected(events, known);
        histories(corrected)
                .forEach((engagement, history) -> take(Evaluated.again(history), changed, rows));
        for (FeedEntry entry : events) {
            String engagement = entry.aggregateId();
            Evaluated before = changed.getOrDefault(engagement, known.get(engagement));
            if (isNews(entry, before)) {
                take(Evaluated.after(before, Happened.of(entry.event())), changed, rows);
            }
        }
        write(List.copyOf(changed.values()), side);
        forget(corrected.keySet(), side);
        add(rows, side);
    }

    private static void take(Evaluated.Step step, Map<String, Evaluated> changed, List<Row> rows) {
        changed.put(step.after().id().value(), step.after());
        step.counted().forEach(counted -> rows.add(new Row(step.after(), counted)));
    }

    private static boolean isNews(FeedEntry entry, @Nullable Evaluated known) {
        return known == null || known.version() < entry.event().sequence();
    }

    private Map<String, Evaluated> known(List<FeedEntry> events, int side) {
        Map<String, Evaluated> known = new HashMap<>();
        database.sql(KNOWN)
                .param(side)
                .param(
                        events.stream()
                                .map(FeedEntry::aggregateId)
                                .distinct()
                                .toArray(String[]::new))
                .query(
                        row -> {
                            known.put(
                                    row.getString("engagement_id"),
                                    json.readValue(row.getString("sheet"), Evaluated.class));
                        });
        return known;
    }

    /** The engagements of which something was recorded in error, each with the last correction. */
    private static Map<String, Long> corrected(
            List<FeedEntry> events, Map<String, Evaluated> known) {
        Map<String, Long> corrected = new LinkedHashMap<>();
        for (FeedEntry entry : events) {
            if (entry.event().payload() instanceof RecordedInError
                    && isNews(entry, known.get(entry.aggregateId()))) {
                corrected.put(entry.aggregateId(), entry.event().sequence());
            }
        }
        return corrected;
    }

    private Map<String, List<Happened>> histories(Map<String, Long> until) {
        Map<String, List<Happened>> histories = new LinkedHashMap<>();
        if (!until.isEmpty()) {
            List<Object> columns =
                    new Columns<>(List.copyOf(until.entrySet()))
                            .text(Map.Entry::getKey)
                            .number(Map.Entry::getValue)
                            .arrays();
            database.sql(EVENTS)
                    .params(columns)
                    .query(
                            row -> {
                                histories
                                        .computeIfAbsent(
                                                row.getString("aggregate_id"),
                                                engagement -> new ArrayList<>())
                                        .add(Happened.of(ledger.read(row)));
                            });
        }
        return histories;
    }

    private void write(List<Evaluated> engagements, int side) {
        List<Object> columns =
                new Columns<>(engagements)
                        .text(Evaluated::id)
                        .number(Evaluated::version)
                        .text(Evaluated::court)
                        .text(Evaluated::stage)
                        .text(Evaluated::firm)
                        .number(it -> it.submittedAt().toEpochMilli())
                        .text(Evaluated::hearingDate)
                        .text(json::writeValueAsString)
                        .arrays();
        database.sql(UPSERT).param(side).params(columns).update();
    }

    private void forget(Set<String> engagements, int side) {
        if (!engagements.isEmpty()) {
            database.sql(FORGET).param(side).param(engagements.toArray(String[]::new)).update();
        }
    }

    private void add(List<Row> rows, int side) {
        List<Object> columns =
                new Columns<>(rows)
                        .text(row -> row.of().id())
                        .number(row -> row.counted().sequence())
                        .number(row -> row.counted().ordinal())
                        .text(row -> row.counted().kind())
                        .text(row -> row.counted().first())
                        .text(row -> row.counted().detail())
                        .text(row -> row.counted().part())
                        .number(row -> row.counted().at().toEpochMilli())
                        .text(row -> row.counted().day())
                        .text(row -> row.counted().recordedDay())
                        .text(row -> row.of().court())
                        .text(row -> row.of().stage())
                        .number(row -> row.of().submittedAt().toEpochMilli())
                        .text(row -> millis(row.counted().slotStart()))
                        .text(row -> row.counted().other())
                        .text(row -> row.counted().notice())
                        .text(row -> row.counted().how())
                        .arrays();
        database.sql(ADD).param(side).params(columns).update();
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
