package org.engagementledger.query.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.strategy.ActionEvidence.Because;
import org.engagementledger.query.strategy.ActionEvidence.CountedEngagement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which engagements count by the actions' rules; each time in one statement. */
@Component
class Counting {

    private static final String WANTED =
            """
            WITH wanted AS MATERIALIZED (
                SELECT label, kind, detail, first::date AS first, last::date AS last
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                     AS row(label, kind, detail, first, last))
            """;

    /** The facts in a window, with the detail that it wants or with any. */
    private static final String FACTS =
            facts("(wanted.detail IS NULL OR fact.detail = wanted.detail)");

    /** Either is by itself, so that an index has it. */
    private static final String FACTS_OF_A_DETAIL = facts("fact.detail = wanted.detail");

    private static final String FACTS_OF_ANY_DETAIL = facts("wanted.detail IS NULL");

    private static String facts(String ofDetail) {
        return "query.evaluated_fact AS fact WHERE fact."
                + Projection.live("evaluation")
                + " AND fact.kind = wanted.kind AND fact.recorded_day BETWEEN wanted.first AND wanted.last AND "
                + ofDetail;
    }

    /** How many engagements are in any of the windows of one label. */
    private static final String COUNT =
            WANTED
                    + """
                    SELECT label, count(DISTINCT engagement_id) AS engagements
                    FROM (SELECT label, engagement_id FROM wanted, %s
                          UNION ALL SELECT label, engagement_id FROM wanted, %s) AS fact
                    GROUP BY label
                    """
                            .formatted(FACTS_OF_A_DETAIL, FACTS_OF_ANY_DETAIL);

    private static final String NEXT_OF_A_WINDOW =
            """
            (SELECT DISTINCT engagement_id FROM %s AND engagement_id > (SELECT after FROM place)
             ORDER BY engagement_id LIMIT (SELECT size FROM place))
            """;

    /** A page of engagements, each with the first event of each rule by which it counts. */
    private static final String LIST =
            WANTED
                    + """
                    , place AS (SELECT ?::text AS after, ?::int AS size),
                    page AS MATERIALIZED (
                        SELECT DISTINCT engagement_id FROM wanted CROSS JOIN LATERAL (%s UNION ALL %s) AS next
                        ORDER BY engagement_id LIMIT (SELECT size FROM place)),
                    counted AS (
                        SELECT DISTINCT ON (page.engagement_id, label) page.engagement_id, label, first_of.sequence, recorded_day
                        FROM page CROSS JOIN wanted CROSS JOIN LATERAL (
                            SELECT fact.sequence, recorded_day FROM %s AND fact.engagement_id = page.engagement_id
                            ORDER BY fact.sequence LIMIT 1) AS first_of
                        ORDER BY page.engagement_id, label, first_of.sequence)
                    SELECT engagement_id, label, counted.sequence, recorded_day, event_id, position
                    FROM counted
                    JOIN ledger.event ON aggregate_id = engagement_id AND event.sequence = counted.sequence
                    JOIN ledger.feed USING (global_index)
                    ORDER BY engagement_id, label
                    """
                            .formatted(
                                    NEXT_OF_A_WINDOW.formatted(FACTS_OF_A_DETAIL),
                                    NEXT_OF_A_WINDOW.formatted(FACTS_OF_ANY_DETAIL),
                                    FACTS);

    private final JdbcClient database;

    Counting(JdbcClient database) {
        this.database = database;
    }

    /** A window under the name by which it is wanted. */
    private record Named(String name, Window window) {}

    /**
     * How many engagements are in each of these sets of windows, each engagement once in each.
     * Several actions mostly have the same rules: what is the same is counted once.
     */
    Map<Set<Window>, Long> count(Collection<Set<Window>> sets) {
        Map<String, Set<Window>> named = new HashMap<>();
        List<Named> windows = new ArrayList<>();
        for (Set<Window> set : new LinkedHashSet<>(sets)) {
            String name = Integer.toString(named.size());
            named.put(name, set);
            set.forEach(window -> windows.add(new Named(name, window)));
        }
        Map<Set<Window>, Long> counts = new HashMap<>();
        named.values().forEach(set -> counts.put(set, 0L));
        if (!windows.isEmpty()) {
            database.sql(COUNT)
                    .params(columns(windows))
                    .query(
                            row -> {
                                counts.put(
                                        Objects.requireNonNull(named.get(row.getString("label"))),
                                        row.getLong("engagements"));
                            });
        }
        return counts;
    }

    private static List<Object> columns(List<Named> windows) {
        return new Columns<>(windows)
                .text(Named::name)
                .text(it -> it.window().kind())
                .text(it -> it.window().detail())
                .text(it -> it.window().first())
                .text(it -> it.window().last())
                .arrays();
    }

    /**
     * The engagements that count, in the order of their ids.
     *
     * @param after the id after which they begin; empty to begin
     * @param limit how many at most
     */
    List<CountedEngagement> list(
            Collection<ActionState.Rule> rules, LocalDate asOf, String after, int limit) {
        Map<String, ActionState.Rule> byId = new HashMap<>();
        List<Named> windows = new ArrayList<>();
        for (ActionState.Rule rule : rules) {
            byId.put(rule.id(), rule);
            Window.of(rule, asOf).ifPresent(it -> windows.add(new Named(rule.id(), it)));
        }
        if (windows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Because>> found = new LinkedHashMap<>();
        database.sql(LIST)
                .params(columns(windows))
                .param(after)
                .param(limit)
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            row.getString("engagement_id"),
                                            any -> new ArrayList<>())
                                    .add(because(row, byId));
                        });
        return found.entrySet().stream()
                .map(entry -> new CountedEngagement(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Because because(ResultSet row, Map<String, ActionState.Rule> rules)
            throws SQLException {
        String rule = row.getString("label");
        return new Because(
                rule,
                Objects.requireNonNull(rules.get(rule)).criterion(),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getLong("position"),
                Objects.requireNonNull(row.getObject("recorded_day", LocalDate.class)));
    }
}
