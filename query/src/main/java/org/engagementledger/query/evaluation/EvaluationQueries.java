package org.engagementledger.query.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.query.evaluation.FigureTables.Line;
import org.engagementledger.query.evaluation.FigureTables.Shown;
import org.engagementledger.query.suppression.SmallNumbers;
import org.engagementledger.query.suppression.SmallNumbers.Shape;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for the evaluation; each table in one statement. */
@Component
class EvaluationQueries {

    private static final List<String> MEDIANS =
            List.of(
                    "medianDaysToTriage",
                    "medianDaysToSlot",
                    "medianDaysToResolution",
                    "medianDaysOfNotice");

    private final JdbcClient database;
    private final SmallNumbers small;

    EvaluationQueries(JdbcClient database, SmallNumbers small) {
        this.database = database;
        this.small = small;
    }

    @QueryHandler
    FindSummary.Found find(FindSummary question) {
        if (!EvaluationReaders.seeFigures(question.reader().role())) {
            return new FindSummary.Found(List.of());
        }
        Selection selection = selection(question);
        boolean slotsHaveKeys = question.per() != RowPer.STAGE && !selection.hasStage();
        List<Line> lines =
                read(
                        selection,
                        selection.summary(question.per()),
                        (row, number) -> summary(row, slotsHaveKeys));
        return new FindSummary.Found(
                shown(question, lines, FigureTables.SUMMARY).stream()
                        .map(EvaluationQueries::summary)
                        .toList());
    }

    private static Line summary(ResultSet row, boolean slotsHaveKeys) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        for (Figure figure : Figure.ofTheSummary()) {
            counts.put(figure.column(), row.getLong(figure.column()));
        }
        Map<String, @Nullable Double> measures = new HashMap<>();
        Map<String, Long> bases = new HashMap<>();
        for (String median : MEDIANS) {
            bases.put(median, row.getLong("base of " + median));
            measures.put(median, tenths(row, median));
        }
        measures.put("shareAnsweredAtTriage", share(counts, "answeredAtTriage", "triaged"));
        measures.put("shareWithNotice", share(counts, "requestsWithNotice", "preTrialRequests"));
        if (slotsHaveKeys) {
            counts.put("slotsOffered", row.getLong("slotsOffered"));
        }
        return new Line(row.getString("key"), "", counts, bases, measures);
    }

    private static @Nullable Double tenths(ResultSet row, String column) throws SQLException {
        double days = row.getDouble(column);
        return row.wasNull() ? null : Math.round(days * 10) / 10.0;
    }

    private static @Nullable Double share(Map<String, Long> counts, String part, String whole) {
        long all = counts.getOrDefault(whole, 0L);
        return all == 0 ? null : Math.round(1000.0 * counts.getOrDefault(part, 0L) / all) / 1000.0;
    }

    private static Summary summary(Shown row) {
        return new Summary(
                row.key(),
                row.count("requests"),
                row.count("requestsInPerson"),
                row.count("triaged"),
                row.count("answeredAtTriage"),
                row.measure("shareAnsweredAtTriage"),
                row.count("slotsOffered"),
                row.count("slotsBooked"),
                row.count("slotsHeld"),
                row.count("meetingsMissed"),
                row.count("slotsReleased"),
                row.count("resolved"),
                row.count("pleasOffered"),
                row.count("pleasRejected"),
                row.count("pleasAgreed"),
                row.measure("medianDaysToTriage"),
                row.measure("medianDaysToSlot"),
                row.measure("medianDaysToResolution"),
                row.measure("medianDaysOfNotice"),
                row.count("preTrialRequests"),
                row.count("requestsWithNotice"),
                row.measure("shareWithNotice"),
                row.suppressed());
    }

    @QueryHandler
    FindIssueCounts.Found find(FindIssueCounts question) {
        if (!EvaluationReaders.seeFigures(question.reader().role())) {
            return new FindIssueCounts.Found(List.of());
        }
        Selection selection = selection(question);
        List<Line> lines =
                read(
                        selection,
                        selection.issues(question.per()),
                        (row, number) ->
                                new Line(
                                        row.getString("key"),
                                        row.getString("detail"),
                                        Map.of(
                                                "raised", row.getLong("raised"),
                                                "resolved", row.getLong("resolved"),
                                                "outOfScope", row.getLong("outOfScope")),
                                        Map.of(),
                                        Map.of()));
        return new FindIssueCounts.Found(
                shown(question, lines, FigureTables.ISSUES).stream()
                        .map(
                                row ->
                                        new IssueCounts(
                                                row.key(),
                                                IssueCategory.valueOf(row.what()),
                                                row.count("raised"),
                                                row.count("resolved"),
                                                row.count("outOfScope"),
                                                row.suppressed()))
                        .toList());
    }

    @QueryHandler
    FindOutcomes.Found find(FindOutcomes question) {
        if (!EvaluationReaders.seeFigures(question.reader().role())) {
            return new FindOutcomes.Found(List.of());
        }
        Selection selection = selection(question);
        List<Line> lines =
                read(
                        selection,
                        selection.outcomes(question.per()),
                        (row, number) ->
                                new Line(
                                        row.getString("key"),
                                        row.getString("detail"),
                                        Map.of("count", row.getLong("count")),
                                        Map.of(),
                                        Map.of()));
        return new FindOutcomes.Found(
                shown(question, lines, Shape.PLAIN).stream()
                        .map(
                                row ->
                                        new OutcomeCount(
                                                row.key(),
                                                ListingResult.valueOf(before(row.what())),
                                                after(row.what()),
                                                row.count("count"),
                                                row.suppressed()))
                        .toList());
    }

    private static String before(String what) {
        return what.replaceAll(":.*", "");
    }

    private static @Nullable String after(String what) {
        int colon = what.indexOf(':');
        return colon < 0 ? null : what.substring(colon + 1);
    }

    @QueryHandler
    FindSpared.Found find(FindSpared question) {
        if (!EvaluationReaders.seeFigures(question.reader().role())) {
            return new FindSpared.Found(List.of());
        }
        Selection selection = selection(question);
        List<Line> lines =
                read(
                        selection,
                        selection.spared(question.per()),
                        (row, number) ->
                                new Line(
                                        row.getString("key"),
                                        row.getString("what"),
                                        Map.of("count", row.getLong("count")),
                                        Map.of(),
                                        notice(row)));
        return new FindSpared.Found(
                shown(question, lines, FigureTables.SPARED).stream()
                        .map(EvaluationQueries::spared)
                        .toList());
    }

    private static Map<String, @Nullable Double> notice(ResultSet row) throws SQLException {
        Map<String, @Nullable Double> notice = new HashMap<>();
        notice.put("medianDaysOfNotice", tenths(row, "notice"));
        return notice;
    }

    private static Spared spared(Shown row) {
        Figure figure = Figure.valueOf(before(row.what()));
        Double notice = row.measure("medianDaysOfNotice");
        return new Spared(
                row.key(),
                figure,
                after(row.what()),
                row.count("count"),
                notice,
                figure.rule(),
                row.suppressed());
    }

    private Selection selection(Asked question) {
        return new Selection(question.filter().openTo(question.reader(), question.today()));
    }

    private List<Line> read(Selection selection, String sql, RowMapper<Line> line) {
        return database.sql(sql).params(selection.values()).query(line).list();
    }

    private List<Shown> shown(Asked question, List<Line> lines, Shape shape) {
        return SmallNumbers.areHiddenFrom(question.reader())
                ? FigureTables.without(small, lines, shape)
                : FigureTables.whole(lines);
    }
}
