package org.engagementledger.query.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.correspondence.MailFailure;
import org.engagementledger.domain.correspondence.NoticeKind;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code query.notice}, with the court and the session that a notice is about. */
@Component
class NoticeQueries {

    private static final String FIND =
            """
            SELECT notice.*, correspondence || '/' || letter AS id, session_start,
                   coalesce(engagement.court, session.court) AS court
            FROM query.notice
            LEFT JOIN query.engagement ON engagement.engagement_id = notice.engagement_id AND engagement.%s
            LEFT JOIN query.session ON session.surgery = notice.surgery AND session.%s
            WHERE notice.%s AND (:kind::text IS NULL OR notice.kind = :kind)
              AND (:court::text IS NULL OR coalesce(engagement.court, session.court) = :court)
              AND prepared_at >= :from AND prepared_at < :until
              AND (prepared_at, correspondence || '/' || letter) < (:key, :id)
            ORDER BY prepared_at DESC, id DESC LIMIT :limit
            """
                    .formatted(
                            Projection.live("engagements"),
                            Projection.live("schedule"),
                            Projection.live(NoticeProjection.NAME));

    private static final Cursor BEGINNING = new Cursor(Long.MAX_VALUE, "");

    private final JdbcClient database;

    NoticeQueries(JdbcClient database) {
        this.database = database;
    }

    private record Row(String id, WrittenNotice notice) {}

    @QueryHandler
    FindNotices.Found find(FindNotices question) {
        if (!CaseReaders.seeAllFirms(question.reader())) {
            return new FindNotices.Found(List.of(), null);
        }
        NoticeFilter filter = question.filter();
        Cursor after = Objects.requireNonNullElse(question.after(), BEGINNING);
        List<Row> rows =
                database.sql(FIND)
                        .param("kind", filter.kind() == null ? null : filter.kind().name())
                        .param("court", filter.court())
                        .param("from", millis(filter.from(), Long.MIN_VALUE))
                        .param("until", millis(filter.until(), Long.MAX_VALUE))
                        .param("key", after.key())
                        .param("id", after.id())
                        .param("limit", question.limit() + 1)
                        .query((row, number) -> new Row(row.getString("id"), notice(row)))
                        .list();
        List<Row> page = rows.subList(0, Math.min(rows.size(), question.limit()));
        Cursor next =
                page.size() == rows.size()
                        ? null
                        : new Cursor(
                                page.getLast().notice().preparedAt().toEpochMilli(),
                                page.getLast().id());
        return new FindNotices.Found(page.stream().map(Row::notice).toList(), next);
    }

    private static long millis(@Nullable Instant instant, long otherwise) {
        return instant == null ? otherwise : instant.toEpochMilli();
    }

    private static WrittenNotice notice(ResultSet row) throws SQLException {
        String why = row.getString("why");
        return new WrittenNotice(
                NoticeKind.valueOf(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("prepared_at")),
                row.getString("court"),
                row.getString("engagement_id"),
                row.getString("surgery"),
                instant(row, "session_start"),
                row.getInt("letter"),
                row.getString("recipient"),
                PostingState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "posted_at"),
                why == null ? null : MailFailure.valueOf(why));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
