package org.engagementledger.query.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.engagementledger.ledger.store.StoredEvents;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.schedule.Grid;
import org.jspecify.annotations.Nullable;

/** What is counted, in SQL. */
final class Selection {

    private static final String FACTS =
            "query.evaluated_fact AS fact WHERE " + Projection.live(EvaluationProjection.NAME);

    private static final String SESSION_DAY =
            "(to_timestamp(session_start / 1000.0) AT TIME ZONE 'Europe/London')::date";

    private static final String SESSIONS =
            "(SELECT side, surgery, court, "
                    + SESSION_DAY
                    + " AS day, "
                    + Grid.OFFERED
                    + " AS offered FROM query.session WHERE "
                    + Grid.LIVE
                    + ") AS session";

    /** Each slot that an engagement has or had, with its session and the engagement's stage. */
    private static final String BOOKINGS =
            SESSIONS
                    + " JOIN query.booking USING (side, surgery)"
                    + " JOIN (SELECT side, engagement_id, stage FROM query.agenda) AS agenda"
                    + " USING (side, engagement_id) WHERE true";

    private final EvaluationFilter filter;
    private final Map<String, Object> values = new HashMap<>();

    Selection(EvaluationFilter filter) {
        this.filter = filter;
        put("court", filter.court());
        put("stage", filter.stage() == null ? null : filter.stage().name());
        put("from", filter.from());
        put("to", filter.to());
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    Map<String, Object> values() {
        return values;
    }

    boolean hasStage() {
        return filter.stage() != null;
    }

    private static String key(RowPer per, String of, String stageOf) {
        return switch (per) {
            case COURT -> of + ".court";
            case WEEK -> "to_char(%s.day, 'IYYY-\"W\"IW')".formatted(of);
            case STAGE -> stageOf + ".stage";
            case TOTAL -> "'TOTAL'";
        };
    }

    private static String key(RowPer per) {
        return key(per, "fact", "fact");
    }

    private String atCourt(String of) {
        return filter.court() == null ? "" : " AND %s.court = :court".formatted(of);
    }

    private String atStage(String of) {
        return filter.stage() == null ? "" : " AND %s.stage = :stage".formatted(of);
    }

    private String onDays(String of) {
        return (filter.from() == null ? "" : " AND %s.day >= :from".formatted(of))
                + (filter.to() == null ? "" : " AND %s.day <= :to".formatted(of));
    }

    private String ofFacts() {
        return atCourt("fact") + atStage("fact") + onDays("fact");
    }

    private static String kinds(List<Figure> figures) {
        return figures.stream()
                .map(figure -> "'" + figure.kind() + "'")
                .distinct()
                .collect(Collectors.joining(", ", " AND kind IN (", ")"));
    }

    private static String counts(List<Figure> figures) {
        return figures.stream()
                .map(
                        figure ->
                                "count(*) FILTER (WHERE %s) AS \"%s\""
                                        .formatted(figure.counts(), figure.column()))
                .collect(Collectors.joining(",\n"));
    }

    private static String median(String column, String of, String which) {
        return """
        count(*) FILTER (WHERE %3$s) AS "base of %1$s",
        percentile_cont(0.5) WITHIN GROUP (ORDER BY %2$s) FILTER (WHERE %3$s) AS "%1$s"
        """
                .formatted(column, of, which);
    }

    String summary(RowPer per) {
        List<Figure> ofFacts =
                Figure.ofTheSummary().stream().filter(figure -> !figure.isOfSlots()).toList();
        List<Figure> ofSlots = Figure.ofTheSummary().stream().filter(Figure::isOfSlots).toList();
        List<Figure> read = new ArrayList<>(ofFacts);
        read.add(Figure.SLOTS_BOOKED);
        String days = " / 86400000.0";
        String columns =
                Figure.ofTheSummary().stream()
                        .map(
                                figure ->
                                        "coalesce(\"%1$s\", 0) AS \"%1$s\""
                                                .formatted(figure.column()))
                        .collect(Collectors.joining(", "));
        return """
        WITH counted AS (
            SELECT %s AS key, %s, %s, %s, %s, %s
            FROM %s GROUP BY 1),
        offered AS (SELECT %s AS key, sum(offered) AS "slotsOffered" FROM %s WHERE %s GROUP BY 1),
        used AS (SELECT %s AS key, %s FROM %s GROUP BY 1)
        SELECT key, %s, coalesce("slotsOffered", 0) AS "slotsOffered",
               "base of medianDaysToTriage", "medianDaysToTriage", "base of medianDaysToSlot", "medianDaysToSlot",
               "base of medianDaysToResolution", "medianDaysToResolution",
               "base of medianDaysOfNotice", "medianDaysOfNotice"
        FROM counted FULL JOIN offered USING (key) FULL JOIN used USING (key) ORDER BY key
        """
                .formatted(
                        key(per),
                        counts(ofFacts),
                        median(
                                "medianDaysToTriage",
                                "(at - submitted_at)" + days,
                                "kind = 'TRIAGED' AND first"),
                        median(
                                "medianDaysToSlot",
                                "(slot_start - submitted_at)" + days,
                                "kind = 'SLOT_BOOKED' AND first"),
                        median(
                                "medianDaysToResolution",
                                "(at - submitted_at)" + days,
                                "kind = 'RESOLVED' AND first"),
                        median("medianDaysOfNotice", "notice", "kind = 'REQUEST'"),
                        FACTS + kinds(read) + ofFacts(),
                        per == RowPer.STAGE ? "NULL" : key(per, "session", ""),
                        SESSIONS,
                        per == RowPer.STAGE || hasStage()
                                ? "false"
                                : "true" + atCourt("session") + onDays("session"),
                        key(per, "session", "agenda"),
                        counts(ofSlots),
                        BOOKINGS + atCourt("session") + atStage("agenda") + onDays("session"),
                        columns);
    }

    String issues(RowPer per) {
        List<Figure> figures =
                List.of(Figure.ISSUES_RAISED, Figure.ISSUES_RESOLVED, Figure.ISSUES_OUT_OF_SCOPE);
        return "SELECT %s AS key, detail, %s FROM %s GROUP BY 1, 2 ORDER BY 1, 2"
                .formatted(key(per), counts(figures), FACTS + kinds(figures) + ofFacts());
    }

    String outcomes(RowPer per) {
        List<Figure> figures = List.of(Figure.OUTCOMES);
        return "SELECT %s AS key, detail, %s FROM %s GROUP BY 1, 2 ORDER BY 1, 2"
                .formatted(key(per), counts(figures), FACTS + kinds(figures) + ofFacts());
    }

    /** Each fact is what one figure at most counts. */
    String spared(RowPer per) {
        List<Figure> figures = Figure.spared();
        String which =
                figures.stream()
                        .map(
                                figure ->
                                        "WHEN %s THEN '%s'%s"
                                                .formatted(
                                                        figure.counts(),
                                                        figure.name(),
                                                        figure.hasCodes()
                                                                ? " || ':' || split_part(detail, ':', 2)"
                                                                : ""))
                        .collect(Collectors.joining("\n", "CASE ", " END"));
        String order =
                figures.stream()
                        .map(figure -> "'" + figure.name() + "'")
                        .collect(Collectors.joining(", ", "ARRAY[", "]"));
        return """
        SELECT key, what, count(*) AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY notice) AS notice
        FROM (SELECT %s AS key, %s AS what, notice
              FROM %s) AS spared
        WHERE what IS NOT NULL
        GROUP BY key, what ORDER BY key, array_position(%s, split_part(what, ':', 1)), what
        """
                .formatted(key(per), which, FACTS + kinds(figures) + ofFacts(), order);
    }

    /** A page of what a figure counts. */
    String cases(FindCases question) {
        Figure figure = question.figure();
        put("category", question.category() == null ? null : question.category().name());
        put("result", question.result() == null ? null : question.result().name());
        put("code", question.code());
        StringBuilder which = new StringBuilder(" AND " + figure.counts());
        if (question.category() != null) {
            which.append(" AND detail = :category");
        }
        if (question.result() != null) {
            which.append(" AND split_part(detail, ':', 1) = :result");
        }
        if (question.code() != null) {
            which.append(" AND split_part(detail, ':', 2) = :code");
        }
        String counted = figure.isOfSlots() ? bookings(figure) : facts(which.toString());
        return """
        SELECT engagement_id, counted.sequence, ordinal, event_id, kind, detail, part, day
        FROM (%s) AS counted
        JOIN ledger.event ON aggregate_id = engagement_id AND event.sequence = counted.sequence
        WHERE %s
        ORDER BY day, engagement_id, counted.sequence, ordinal LIMIT :limit
        """
                .formatted(
                        counted,
                        question.after() == null
                                ? "true"
                                : "(day, engagement_id, counted.sequence, ordinal) > (:day, :id, :sequence, :ordinal)");
    }

    private String facts(String which) {
        return "SELECT engagement_id, sequence, ordinal, kind, detail, part, day FROM "
                + FACTS
                + which
                + ofFacts();
    }

    /** By the event with which it was booked, or by the one with which that ended. */
    private String bookings(Figure figure) {
        return """
        SELECT engagement_id, %s AS sequence, 0 AS ordinal, '%s' AS kind, surgery AS detail, NULL AS part, session.day
        FROM %s AND %s
        """
                .formatted(
                        figure == Figure.SLOTS_BOOKED ? "sequence" : "ended_by",
                        figure.kind(),
                        BOOKINGS + atCourt("session") + atStage("agenda") + onDays("session"),
                        figure.counts());
    }

    /** A page of what doesn't go together, with the event that contradicts, if there is one. */
    String contradictions(boolean goesOn) {
        return """
        SELECT engagement_id, finding, outcome_sequence, ordinal, day, court, stage,
               (SELECT event_id FROM ledger.event AS ended
                WHERE ended.aggregate_id = engagement_id AND ended.sequence = outcome_sequence) AS outcome_event,
               (SELECT detail FROM query.evaluated_fact AS ended
                WHERE ended.side = found.side AND ended.engagement_id = found.engagement_id
                  AND ended.sequence = outcome_sequence AND kind = 'OUTCOME') AS code,
               %s
        FROM (SELECT side, engagement_id, engagement_id AS aggregate_id, sequence AS outcome_sequence, ordinal,
                     detail AS finding, day, court, stage, other_sequence AS sequence
              FROM %s AND kind = 'CONTRADICTION' %s) AS found
        LEFT JOIN ledger.event USING (aggregate_id, sequence)
        WHERE %s
        ORDER BY day, engagement_id, outcome_sequence, ordinal LIMIT :limit
        """
                .formatted(
                        StoredEvents.COLUMNS,
                        FACTS,
                        ofFacts(),
                        goesOn
                                ? "(day, engagement_id, outcome_sequence, ordinal) > (:day, :id, :sequence, :ordinal)"
                                : "true");
    }
}
