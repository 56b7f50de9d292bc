package org.engagementledger.query.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.ledger.access.What;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads {@code ledger.access} and {@code ledger.access_engagement}. */
@Component
class AccessQueries {

    private static final String ACCESSES =
            """
            SELECT access.id, access.read_at, actor, role, firm, what, asked_for, terms, shown,
                   ARRAY(SELECT engagement_id FROM ledger.access_engagement WHERE access_id = access.id
                         ORDER BY engagement_id) AS engagements
            FROM ledger.access AS access
            """;

    /** Found from the engagement: it is among few of all accesses. */
    private static final String OF_ONE_ENGAGEMENT =
            "JOIN ledger.access_engagement AS told ON told.access_id = access.id ";

    /** One statement, so that whose the engagement is and who read it go together. */
    private static final String OF_THE_ENGAGEMENT =
            """
            SELECT id, read_at, actor, role, page.firm, what
            FROM (SELECT engagement_id FROM query.engagement WHERE engagement_id = ? AND (? OR firm = ?) AND %s)
                 AS engagement
            LEFT JOIN LATERAL (
                SELECT access.id, told.read_at, actor, role, access.firm, what
                FROM ledger.access_engagement AS told JOIN ledger.access AS access ON access.id = told.access_id
                WHERE told.engagement_id = engagement.engagement_id AND (told.read_at, told.access_id) < (?, ?)
                ORDER BY told.read_at DESC, told.access_id DESC LIMIT ?) AS page ON true
            ORDER BY read_at DESC, id DESC
            """
                    .formatted(Projection.live("engagements"));

    private static final Cursor BEGINNING = new Cursor(Long.MAX_VALUE, "" + Long.MAX_VALUE);

    private final JdbcClient database;

    AccessQueries(JdbcClient database) {
        this.database = database;
    }

    @QueryHandler
    FindAccesses.Found find(FindAccesses question) {
        if (question.reader().role() != Role.AUDITOR) {
            return new FindAccesses.Found(List.of(), null);
        }
        Which which = new Which(question.filter());
        if (question.after() != null) {
            which.after(question.after());
        }
        Page<RecordedAccess> page =
                Page.of(
                        database.sql(ACCESSES + which.sql())
                                .params(which.values)
                                .param(question.limit() + 1)
                                .query((row, number) -> access(row))
                                .list(),
                        question.limit(),
                        last -> cursor(last.readAt(), last.id()));
        return new FindAccesses.Found(page.entries(), page.next());
    }

    /** Which accesses are wanted. */
    private static final class Which {

        private final StringBuilder conditions = new StringBuilder("WHERE true");
        private final List<Object> values = new ArrayList<>();
        private final boolean ofOneEngagement;

        Which(AccessFilter filter) {
            ofOneEngagement = filter.engagement() != null;
            and("told.engagement_id = ?", filter.engagement());
            and("actor = ?", filter.actor());
            and("role = ?", filter.role());
            and("firm = ?", filter.firm());
            and("what = ?", filter.what());
            and("asked_for = ?", filter.askedFor());
            and(readAt() + " >= ?", millis(filter.from()));
            and(readAt() + " < ?", millis(filter.until()));
            if (filter.shown() != null) {
                conditions.append(filter.shown() ? " AND shown > 0" : " AND shown = 0");
            }
        }

        void after(Cursor cursor) {
            and("(%s, %s) < (?, ".formatted(readAt(), id()), cursor.key());
            conditions.append("?)");
            values.add(number(cursor));
        }

        private void and(String condition, @Nullable Object value) {
            if (value != null) {
                conditions.append(" AND ").append(condition);
                values.add(value instanceof Enum<?> code ? code.name() : value);
            }
        }

        /** The columns in whose order an index has the accesses. */
        private String readAt() {
            return ofOneEngagement ? "told.read_at" : "access.read_at";
        }

        private String id() {
            return ofOneEngagement ? "told.access_id" : "access.id";
        }

        String sql() {
            return (ofOneEngagement ? OF_ONE_ENGAGEMENT : "")
                    + conditions
                    + " ORDER BY %s DESC, %s DESC LIMIT ?".formatted(readAt(), id());
        }
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : (Long) instant.toEpochMilli();
    }

    private static RecordedAccess access(ResultSet row) throws SQLException {
        return new RecordedAccess(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("read_at")),
                row.getString("actor"),
                Role.valueOf(row.getString("role")),
                row.getString("firm"),
                What.valueOf(row.getString("what")),
                row.getString("asked_for"),
                row.getString("terms"),
                row.getInt("shown"),
                List.of((String[]) row.getArray("engagements").getArray()));
    }

    @QueryHandler
    FindEngagementAccesses.Found find(FindEngagementAccesses question) {
        Actor reader = question.reader();
        boolean audits = reader.role() == Role.AUDITOR;
        if (!audits && reader.role() != Role.DEFENCE_PRACTITIONER) {
            return new FindEngagementAccesses.Found(false, List.of(), null);
        }
        Cursor after = Objects.requireNonNullElse(question.after(), BEGINNING);
        List<Read> rows =
                database.sql(OF_THE_ENGAGEMENT)
                        .param(question.engagement())
                        .param(audits)
                        .param(reader.firm() == null ? "" : reader.firm().value())
                        .param(after.key())
                        .param(number(after))
                        .param(question.limit() + 1)
                        .query((row, number) -> read(row))
                        .list();
        Page<Read> page =
                Page.of(
                        rows.stream().filter(read -> read.access() != null).toList(),
                        question.limit(),
                        last -> cursor(Objects.requireNonNull(last.access()).readAt(), last.id()));
        return new FindEngagementAccesses.Found(
                !rows.isEmpty(),
                page.entries().stream().map(Read::access).filter(Objects::nonNull).toList(),
                page.next());
    }

    /** A row; without an access if nobody has read the engagement. */
    private record Read(long id, @Nullable EngagementAccess access) {}

    private static Read read(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return row.wasNull()
                ? new Read(0, null)
                : new Read(
                        id,
                        new EngagementAccess(
                                Instant.ofEpochMilli(row.getLong("read_at")),
                                row.getString("actor"),
                                Role.valueOf(row.getString("role")),
                                row.getString("firm"),
                                What.valueOf(row.getString("what"))));
    }

    private static Cursor cursor(Instant readAt, long id) {
        return new Cursor(readAt.toEpochMilli(), Long.toString(id));
    }

    /** Whatever a cursor says that isn't one of ours, it is a number. */
    private static long number(Cursor after) {
        try {
            return Long.parseLong(after.id());
        } catch (NumberFormatException notOurs) {
            return 0;
        }
    }

    /** So many, and where they end if there is one more. */
    private record Page<T>(List<T> entries, @Nullable Cursor next) {

        static <T> Page<T> of(List<T> oneMore, int limit, Function<T, Cursor> end) {
            if (oneMore.size() <= limit) {
                return new Page<>(oneMore, null);
            }
            List<T> entries = oneMore.subList(0, limit);
            return new Page<>(entries, end.apply(entries.getLast()));
        }
    }
}
