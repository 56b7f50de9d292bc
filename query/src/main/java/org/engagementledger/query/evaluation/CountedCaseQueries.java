package org.engagementledger.query.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.event.PleaOffered;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.ledger.store.StoredEvents;
import org.engagementledger.query.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the evaluation's figures: a page of what is counted, in one statement. */
@Component
class CountedCaseQueries {

    private static final int PARTS = 3;

    private final JdbcClient database;
    private final StoredEvents events;

    CountedCaseQueries(JdbcClient database, StoredEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * A row of a page.
     *
     * @param end where the page ends if it is its last
     */
    private record Entry<T>(T value, Cursor end) {}

    @QueryHandler
    FindCases.Found find(FindCases question) {
        if (!EvaluationReaders.seeCases(question.reader().role())) {
            return new FindCases.Found(List.of(), null);
        }
        Selection selection = new Selection(question.filter());
        String sql = selection.cases(question);
        List<Entry<CountedCase>> entries =
                database.sql(sql)
                        .params(selection.values())
                        .params(page(question.after(), question.limit()))
                        .query(
                                (row, number) ->
                                        new Entry<>(
                                                counted(row), end(row, row.getLong("sequence"))))
                        .list();
        boolean more = entries.size() > question.limit();
        List<Entry<CountedCase>> shown = more ? entries.subList(0, question.limit()) : entries;
        return new FindCases.Found(
                shown.stream().map(Entry::value).toList(), more ? shown.getLast().end() : null);
    }

    private static CountedCase counted(ResultSet row) throws SQLException {
        return new CountedCase(
                row.getString("engagement_id"),
                row.getLong("sequence"),
                row.getString("event_id"),
                row.getString("kind"),
                row.getString("detail"),
                row.getString("part"),
                day(row));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("day", LocalDate.class));
    }

    @QueryHandler
    FindContradictions.Found find(FindContradictions question) {
        if (!EvaluationReaders.seeCases(question.reader().role())) {
            return new FindContradictions.Found(List.of(), null);
        }
        Selection selection = new Selection(question.filter());
        List<Entry<Contradiction>> entries =
                database.sql(selection.contradictions(question.after() != null))
                        .params(selection.values())
                        .params(page(question.after(), question.limit()))
                        .query(
                                (row, number) ->
                                        new Entry<>(
                                                contradiction(row),
                                                end(row, row.getLong("outcome_sequence"))))
                        .list();
        boolean more = entries.size() > question.limit();
        List<Entry<Contradiction>> shown = more ? entries.subList(0, question.limit()) : entries;
        return new FindContradictions.Found(
                shown.stream().map(Entry::value).toList(), more ? shown.getLast().end() : null);
    }

    private Contradiction contradiction(ResultSet row) throws SQLException {
        Contradiction.Disagreement finding =
                Contradiction.Disagreement.valueOf(row.getString("finding"));
        Contradiction.EarlierOffer offer =
                row.getString("event_id") == null ? null : offered(events.read(row));
        return new Contradiction(
                row.getString("engagement_id"),
                row.getString("court"),
                Stage.valueOf(row.getString("stage")),
                finding,
                finding.words(offer),
                new Contradiction.RecordedOutcome(
                        row.getLong("outcome_sequence"),
                        row.getString("outcome_event"),
                        row.getString("code"),
                        day(row)),
                offer);
    }

    private static Contradiction.EarlierOffer offered(StoredEvent event) {
        if (!(event.payload() instanceof PleaOffered offer)) {
            throw new IllegalStateException(
                    "Only an offer contradicts, not " + event.eventId() + " " + event.name());
        }
        return new Contradiction.EarlierOffer(
                event.sequence(),
                event.eventId(),
                offer.offered(),
                offer.defendant().value(),
                offer.offence().value(),
                LondonTime.dateOf(offer.offeredAt()));
    }

    private static Cursor end(ResultSet row, long sequence) throws SQLException {
        return new Cursor(
                day(row).toEpochDay(),
                "%s %d %d"
                        .formatted(
                                row.getString("engagement_id"), sequence, row.getInt("ordinal")));
    }

    /** Whatever a cursor says that isn't one of ours, it says a place. */
    private static Map<String, Object> page(@Nullable Cursor after, int limit) {
        Map<String, Object> values = new HashMap<>();
        values.put("limit", limit + 1);
        if (after != null) {
            String[] id = after.id().split(" ", PARTS);
            values.put("day", day(after.key()));
            values.put("id", id[0]);
            values.put("sequence", number(id, 1));
            values.put("ordinal", number(id, 2));
        }
        return values;
    }

    private static LocalDate day(long epochDay) {
        return LocalDate.ofEpochDay(
                Math.clamp(
                        epochDay,
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay()));
    }

    private static long number(String[] id, int place) {
        try {
            return place < id.length ? Long.parseLong(id[place]) : 0;
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }
}
