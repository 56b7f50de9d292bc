package org.engagementledger.query.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.engagement.detail.Need;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.Disclosure;
import org.engagementledger.query.engagement.EngagementSummary.SlotSummary;
import org.engagementledger.query.engagement.EngagementView.StoredFact;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code query.engagement} and {@code query.engagement_fact}. */
@Component
class EngagementQueries {

    private static final String LIVE = Projection.live(EngagementProjection.NAME);

    private static final String SUMMARY =
            """
            SELECT engagement_id, version, updated_at, received_at, urn, court, stage, status, firm, hearing_date,
                   short_notice, custody, custody_time_limit, urgency, deadline, escalated, surgery, slot_start, needs
            FROM query.engagement WHERE
            """
                    + LIVE;

    /** One statement, so that the row and its facts are of one version. */
    private static final String WHOLE =
            """
            SELECT sheet, updated_at, kind, part, sequence, body
            FROM query.engagement
            LEFT JOIN LATERAL (
                SELECT DISTINCT ON (kind, part) kind, part, sequence, body
                FROM query.engagement_fact AS fact
                WHERE fact.side = engagement.side AND fact.engagement_id = engagement.engagement_id AND NOT struck
                ORDER BY kind, part, sequence DESC) AS fact ON true
            WHERE engagement_id = ? AND (? OR firm = ?) AND
            """
                    + LIVE;

    private static final long FAR = 700_000;
    private static final Pattern SPACE = Pattern.compile(" ");

    private final JdbcClient database;
    private final JsonMapper json;

    EngagementQueries(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @QueryHandler
    FindEngagements.Found find(FindEngagements question) {
        if (!CaseReaders.include(question.reader().role())) {
            return new FindEngagements.Found(List.of(), null);
        }
        Where where = where(question);
        List<EngagementSummary> found =
                database.sql(
                                SUMMARY
                                        + where.sql
                                        + switch (question.order()) {
                                            case NEWEST ->
                                                    " ORDER BY received_at DESC, engagement_id DESC";
                                            case HEARING -> " ORDER BY hearing_date, engagement_id";
                                            case DEADLINE -> " ORDER BY deadline, engagement_id";
                                        }
                                        + " LIMIT ?")
                        .params(where.values)
                        .param(question.limit() + 1)
                        .query((row, number) -> summary(row))
                        .list();
        boolean more = found.size() > question.limit();
        List<EngagementSummary> page = more ? found.subList(0, question.limit()) : found;
        return new FindEngagements.Found(
                page, more ? cursor(page.getLast(), question.order()) : null);
    }

    private static Cursor cursor(EngagementSummary last, EngagementOrder order) {
        return new Cursor(
                switch (order) {
                    case NEWEST -> last.receivedAt().toEpochMilli();
                    case HEARING -> last.hearingDate().toEpochDay();
                    case DEADLINE -> Objects.requireNonNull(last.deadline()).toEpochDay();
                },
                last.id());
    }

    private static final class Where {

        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        void and(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(" AND ").append(condition);
                values.add(value instanceof Enum<?> code ? code.name() : value);
            }
        }
    }

    private static Where where(FindEngagements question) {
        Where where = new Where();
        EngagementFilter filter = question.filter();
        where.and("court = ?", filter.court());
        where.and("status = ?", filter.status());
        where.and("stage = ?", filter.stage());
        where.and("firm = ?", filter.firm());
        where.and("urn = ?", filter.urn());
        LocalDate from = filter.hearingFrom();
        if (from != null && from.equals(filter.hearingTo())) {
            // An index has one day's in the order of their requests too.
            where.and("hearing_date = ?", from);
        } else {
            where.and("hearing_date >= ?", from);
            where.and("hearing_date <= ?", filter.hearingTo());
        }
        where.and("urgency = ?", filter.urgency());
        where.and("escalated = ?", filter.escalated());
        if (!CaseReaders.seeAllFirms(question.reader())) {
            where.and("firm = ?", CaseReaders.ownFirm(question.reader()));
        }
        if (question.order() == EngagementOrder.DEADLINE) {
            where.sql.append(" AND deadline IS NOT NULL");
        }
        Cursor after = question.after();
        if (after != null) {
            switch (question.order()) {
                case NEWEST -> {
                    where.and("(received_at, engagement_id) < (?, ", after.key());
                    where.sql.append("?)");
                }
                case HEARING -> {
                    where.and("(hearing_date, engagement_id) > (?, ", day(after));
                    where.sql.append("?)");
                }
                case DEADLINE -> {
                    where.and("(deadline, engagement_id) > (?, ", day(after));
                    where.sql.append("?)");
                }
            }
            where.values.add(after.id());
        }
        return where;
    }

    /** Whatever a cursor says that isn't one of ours, it is a day that PostgreSQL knows. */
    private static LocalDate day(Cursor after) {
        return LocalDate.ofEpochDay(Math.clamp(after.key(), -FAR, FAR));
    }

    private static EngagementSummary summary(ResultSet row) throws SQLException {
        long slotStart = row.getLong("slot_start");
        SlotSummary slot =
                row.wasNull()
                        ? null
                        : new SlotSummary(
                                row.getString("surgery"), Instant.ofEpochMilli(slotStart));
        return new EngagementSummary(
                row.getString("engagement_id"),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                Instant.ofEpochMilli(row.getLong("received_at")),
                row.getString("urn"),
                row.getString("court"),
                Stage.valueOf(row.getString("stage")),
                Status.valueOf(row.getString("status")),
                row.getString("firm"),
                Objects.requireNonNull(row.getObject("hearing_date", LocalDate.class)),
                row.getBoolean("short_notice"),
                row.getBoolean("custody"),
                row.getObject("custody_time_limit", LocalDate.class),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("deadline", LocalDate.class),
                row.getBoolean("escalated"),
                slot,
                SPACE.splitAsStream(row.getString("needs"))
                        .filter(need -> !need.isEmpty())
                        .map(Need::valueOf)
                        .toList());
    }

    @QueryHandler
    SeeEngagement.Seen see(SeeEngagement question) {
        Actor reader = question.reader();
        if (!CaseReaders.include(reader.role())) {
            return new SeeEngagement.Seen(-1, null);
        }
        List<Read> rows =
                database.sql(WHOLE)
                        .param(question.engagement())
                        .param(CaseReaders.seeAllFirms(reader))
                        .param(CaseReaders.ownFirm(reader))
                        .query(
                                (row, number) ->
                                        new Read(
                                                row.getString("sheet"),
                                                row.getLong("updated_at"),
                                                fact(row)))
                        .list();
        if (rows.isEmpty()) {
            return new SeeEngagement.Seen(-1, null);
        }
        Sheet sheet = json.readValue(rows.getFirst().sheet(), Sheet.class);
        ObjectNode whole =
                new EngagementView(json)
                        .of(
                                sheet,
                                Instant.ofEpochMilli(rows.getFirst().updatedAt()),
                                rows.stream().map(Read::fact).filter(Objects::nonNull).toList());
        Disclosure.withhold(whole, reader.role());
        return new SeeEngagement.Seen(sheet.file().version(), whole);
    }

    private record Read(String sheet, long updatedAt, @Nullable StoredFact fact) {}

    private @Nullable StoredFact fact(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new StoredFact(
                        Fact.Kind.valueOf(kind),
                        row.getString("part"),
                        row.getLong("sequence"),
                        json.readTree(row.getString("body")));
    }
}
