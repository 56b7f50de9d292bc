package org.engagementledger.query.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.calendar.CalendarKind;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.calendar.ReadCalendar.BookingEntry;
import org.engagementledger.query.calendar.ReadCalendar.Feed;
import org.engagementledger.query.calendar.ReadCalendar.SessionEntry;
import org.engagementledger.query.calendar.ReadCalendar.TakenSlot;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.schedule.Grid;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which calendars were opened, and what is in one. */
@Component
class CalendarQueries {

    private static final String LIVE = Projection.live(CalendarProjection.NAME);
    private static final String LIVE_SCHEDULE = Grid.LIVE;

    /** Raised whenever the same entries come to another file: what readers have is then old. */
    private static final String FORM = "2 ";

    private static final String FIND =
            """
            SELECT * FROM query.calendar
            WHERE (:all OR owner = :reader) AND (:calendar::text IS NULL OR calendar_id = :calendar)
              AND (opened_at, calendar_id) < (:key, :id) AND
            """
                    + LIVE
                    + " ORDER BY opened_at DESC, calendar_id DESC LIMIT :limit";

    /** What was revoked is looked for like what never was. */
    private static final String BY_HASH =
            "SELECT * FROM query.calendar WHERE hash = ? AND revoked_at IS NULL AND " + LIVE;

    /**
     * When a session last changed its last event says: giving and freeing a slot are its events.
     */
    private static final String SESSIONS =
            """
            SELECT session.surgery, court, session_start, session_end, %s AS offered, recorded_at,
                   slot_start, engagement_id
            FROM query.session
            JOIN ledger.event ON event.aggregate_id = session.surgery AND event.sequence = session.version
            LEFT JOIN query.booking ON booking.side = session.side AND booking.surgery = session.surgery
                AND status <> 'RELEASED'
            WHERE %s AND session_start >= :from AND session_start < :until AND session.
            """
                            .stripTrailing()
                    + LIVE_SCHEDULE
                    + " ORDER BY session_start, session.surgery, slot_start";

    /** Those of one engagement are counted, so that a meeting that moves stays the same. */
    private static final String BOOKINGS =
            """
            SELECT booking.engagement_id, court, slot_start, slot_end, booked_at, (
                       SELECT 1 + count(*) FROM query.booking AS earlier
                       WHERE earlier.side = booking.side AND earlier.engagement_id = booking.engagement_id
                         AND earlier.sequence < booking.sequence AND earlier.status <> 'RELEASED') AS meeting
            FROM query.booking JOIN query.session USING (side, surgery)
            WHERE firm = :of AND slot_start >= :from AND slot_start < :until AND status <> 'RELEASED' AND
            """
                    + LIVE_SCHEDULE
                    + " ORDER BY slot_start, booking.engagement_id";

    private final JdbcClient database;

    CalendarQueries(JdbcClient database) {
        this.database = database;
    }

    @QueryHandler
    FindCalendars.Found find(FindCalendars question) {
        Actor reader = question.reader();
        if (!CalendarReaders.include(reader.role())) {
            return new FindCalendars.Found(List.of(), null);
        }
        Cursor after = question.after();
        List<OpenedCalendar> found =
                database.sql(FIND)
                        .param("all", CalendarReaders.seeAll(reader.role()))
                        .param("reader", reader.id())
                        .param("calendar", question.calendar())
                        .param("key", after == null ? Long.MAX_VALUE : after.key())
                        .param("id", after == null ? "" : after.id())
                        .param("limit", question.limit() + 1)
                        .query(CalendarQueries::calendar)
                        .list();
        boolean more = found.size() > question.limit();
        List<OpenedCalendar> page = more ? found.subList(0, question.limit()) : found;
        return new FindCalendars.Found(page, more ? cursor(page.getLast()) : null);
    }

    private static Cursor cursor(OpenedCalendar last) {
        return new Cursor(last.openedAt().toEpochMilli(), last.id());
    }

    private static OpenedCalendar calendar(ResultSet row, int number) throws SQLException {
        long revokedAt = row.getLong("revoked_at");
        boolean holds = row.wasNull();
        return new OpenedCalendar(
                row.getString("calendar_id"),
                row.getLong("version"),
                CalendarKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("owner"),
                Role.valueOf(row.getString("owner_role")),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                holds ? null : Instant.ofEpochMilli(revokedAt));
    }

    /** A calendar whose address holds, and whose rights it is read with. */
    private record Addressed(OpenedCalendar calendar, Actor owner) {}

    @QueryHandler
    ReadCalendar.Seen read(ReadCalendar question) {
        Optional<Addressed> addressed =
                database.sql(BY_HASH)
                        .param(question.hash())
                        .query(
                                (row, number) -> {
                                    OpenedCalendar calendar = calendar(row, number);
                                    return new Addressed(
                                            calendar, owner(calendar, row.getString("owner_firm")));
                                })
                        .optional();
        return new ReadCalendar.Seen(addressed.map(it -> feed(it, question)).orElse(null));
    }

    private static Actor owner(OpenedCalendar calendar, @Nullable String firm) {
        return new Actor(
                calendar.owner(),
                calendar.role(),
                firm == null ? null : new FirmId(firm),
                calendar.kind() == CalendarKind.COURT ? Set.of(calendar.of()) : Set.of());
    }

    private Feed feed(Addressed addressed, ReadCalendar question) {
        OpenedCalendar calendar = addressed.calendar();
        boolean ofFirm = calendar.kind() == CalendarKind.FIRM;
        List<SessionEntry> sessions = ofFirm ? List.of() : sessions(addressed, question);
        List<BookingEntry> bookings = ofFirm ? bookings(calendar, question) : List.of();
        String digest = digest(FORM + sessions + bookings);
        boolean isKnown = digest.equals(question.known());
        return new Feed(
                calendar.id(),
                addressed.owner(),
                calendar.kind(),
                calendar.of(),
                digest,
                isKnown,
                isKnown ? List.of() : sessions,
                isKnown ? List.of() : bookings);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }

    private JdbcClient.StatementSpec period(
            String sql, OpenedCalendar calendar, ReadCalendar question) {
        return database.sql(sql)
                .param("of", calendar.of())
                .param("from", question.from().toEpochMilli())
                .param("until", question.until().toEpochMilli());
    }

    private record Row(SessionEntry session, @Nullable TakenSlot taken) {}

    private List<SessionEntry> sessions(Addressed addressed, ReadCalendar question) {
        boolean named = CaseReaders.seeAllFirms(addressed.owner());
        Map<SessionEntry, List<TakenSlot>> taken =
                period(
                                SESSIONS.formatted(
                                        Grid.OFFERED,
                                        addressed.calendar().kind() == CalendarKind.COURT
                                                ? "court = :of"
                                                : "leads @> ARRAY[:of::text]"),
                                addressed.calendar(),
                                question)
                        .query((row, number) -> session(row, named))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Row::session,
                                        LinkedHashMap::new,
                                        Collectors.flatMapping(
                                                row -> Optional.ofNullable(row.taken()).stream(),
                                                Collectors.toList())));
        List<SessionEntry> sessions = new ArrayList<>();
        taken.forEach(
                (session, slots) ->
                        sessions.add(
                                new SessionEntry(
                                        session.surgery(),
                                        session.court(),
                                        session.start(),
                                        session.end(),
                                        session.slots(),
                                        session.changedAt(),
                                        slots)));
        return sessions;
    }

    private static Row session(ResultSet row, boolean named) throws SQLException {
        SessionEntry session =
                new SessionEntry(
                        row.getString("surgery"),
                        row.getString("court"),
                        Instant.ofEpochMilli(row.getLong("session_start")),
                        Instant.ofEpochMilli(row.getLong("session_end")),
                        row.getInt("offered"),
                        Instant.ofEpochMilli(row.getLong("recorded_at")),
                        List.of());
        long slot = row.getLong("slot_start");
        return new Row(
                session,
                row.wasNull()
                        ? null
                        : new TakenSlot(
                                Instant.ofEpochMilli(slot), row.getString("engagement_id"), named));
    }

    private List<BookingEntry> bookings(OpenedCalendar calendar, ReadCalendar question) {
        return period(BOOKINGS, calendar, question)
                .query(
                        (row, number) ->
                                new BookingEntry(
                                        row.getString("engagement_id"),
                                        row.getInt("meeting"),
                                        row.getString("court"),
                                        Instant.ofEpochMilli(row.getLong("slot_start")),
                                        Instant.ofEpochMilli(row.getLong("slot_end")),
                                        Instant.ofEpochMilli(row.getLong("booked_at"))))
                .list();
    }
}
