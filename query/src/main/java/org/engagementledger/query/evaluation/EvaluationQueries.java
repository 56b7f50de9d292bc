package org.engagementledger.query.evaluation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.ListingResult;
import org.engagementledger.domain.engagement.detail.IssueCategory;
import org.engagementledger.query.suppression.SmallNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for the evaluation; each table in one statement. */
@Component
class EvaluationQueries {

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
        return new FindSummary.Found(
                read(
                        question,
                        selection,
                        selection.summary(question.per()),
                        row -> summary(row, slotsHaveKeys)));
    }

    private static Summary summary(ToldRow row, boolean slotsHaveKeys) throws SQLException {
        return new Summary(
                row.text("key"),
                row.count("requests"),
                row.count("requestsInPerson"),
                row.count("triaged"),
                row.count("answeredAtTriage"),
                row.share("shareAnsweredAtTriage", "answeredAtTriage", "triaged"),
                slotsHaveKeys ? row.open("slotsOffered") : null,
                row.count("slotsBooked"),
                row.count("slotsHeld"),
                row.count("meetingsMissed"),
                row.count("slotsReleased"),
                row.count("resolved"),
                row.count("pleasOffered"),
                row.count("pleasRejected"),
                row.count("pleasAgreed"),
                median(row, "medianDaysToTriage"),
                median(row, "medianDaysToSlot"),
                median(row, "medianDaysToResolution"),
                median(row, "medianDaysOfNotice"),
                row.count("preTrialRequests"),
                row.count("requestsWithNotice"),
                row.share("shareWithNotice", "requestsWithNotice", "preTrialRequests"),
                row.suppressed(),
                row.stepsOf());
    }

    private static @Nullable Double median(ToldRow row, String column) throws SQLException {
        return row.median(column, "base of " + column);
    }

    @QueryHandler
    FindIssueCounts.Found find(FindIssueCounts question) {
        if (!EvaluationReaders.seeFigures(question.reader().role())) {
            return new FindIssueCounts.Found(List.of());
        }
        Selection selection = selection(question);
        return new FindIssueCounts.Found(
                read(
                        question,
                        selection,
                        selection.issues(question.per()),
                        row ->
                                new IssueCounts(
                                        row.text("key"),
                                        IssueCategory.valueOf(row.text("detail")),
                                        row.count("raised"),
                                        row.count("resolved"),
                                        row.count("outOfScope"),
                                        row.suppressed(),
                                        row.stepsOf())));
    }

    @QueryHandler
    FindOutcomes.Found find(FindOutcomes question) {
        if (!EvaluationReaders.seeFigures(question.reader().role())) {
            return new FindOutcomes.Found(List.of());
        }
        Selection selection = selection(question);
        return new FindOutcomes.Found(
                read(
                        question,
                        selection,
                        selection.outcomes(question.per()),
                        EvaluationQueries::outcome));
    }

    private static @Nullable OutcomeCount outcome(ToldRow row) throws SQLException {
        Long count = row.count("count");
        return count == null
                ? null
                : new OutcomeCount(
                        row.text("key"),
                        ListingResult.valueOf(before(row.text("detail"))),
                        after(row.text("detail")),
                        count,
                        row.stepsOf());
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
        return new FindSpared.Found(
                read(
                        question,
                        selection,
                        selection.spared(question.per()),
                        EvaluationQueries::spared));
    }

    private static @Nullable Spared spared(ToldRow row) throws SQLException {
        Figure figure = Figure.valueOf(before(row.text("what")));
        Long count = row.count("count");
        return count == null
                ? null
                : new Spared(
                        row.text("key"),
                        figure,
                        after(row.text("what")),
                        count,
                        row.median("notice", "count"),
                        figure.rule(),
                        row.stepsOf());
    }

    private Selection selection(Asked question) {
        return new Selection(question.filter().openTo(question.reader(), question.today()));
    }

    /** What a row of a table says; null if nothing. */
    @FunctionalInterface
    private interface Telling<T> {
        @Nullable T of(ToldRow row) throws SQLException;
    }

    private <T> List<T> read(Asked question, Selection selection, String sql, Telling<T> telling) {
        SmallNumbers told = small.toldTo(question.reader());
        List<T> rows = new ArrayList<>();
        database.sql(sql)
                .params(selection.values())
                .query(
                        result -> {
                            ToldRow row = new ToldRow(result, told);
                            T said = telling.of(row);
                            if (said != null && !row.isEmpty()) {
                                rows.add(said);
                            }
                        });
        return rows;
    }
}
