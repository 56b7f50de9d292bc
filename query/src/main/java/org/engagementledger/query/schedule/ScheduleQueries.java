package org.engagementledger.query.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.CaseReaders;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.schedule.Session.SessionHost;
import org.engagementledger.query.schedule.Session.SessionSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the sessions and who has their slots; both in one statement. */
@Component
class ScheduleQueries {

    private static final String LIVE = Projection.live(ScheduleProjection.NAME);

    private static final String SESSIONS =
            """
            SELECT session.surgery, session.version, court, session_start, session_end, slot_minutes, lead, state,
                   slot_start, slot_end, engagement_id, agenda_version, urn, stage, firm, hearing_date, short_notice,
                   booked_at, status, topics, issues
            FROM (SELECT * FROM query.session WHERE
            """
                    + LIVE;

    /**
     * Of a booking that is another firm's the defence gets the slot only: the rest is never read.
     */
    private static final String WITH_BOOKINGS =
            """
            ) AS session
            LEFT JOIN LATERAL (
                SELECT slot_start, slot_end, agenda.engagement_id, agenda.version AS agenda_version, urn, stage, firm,
                       hearing_date, short_notice, booked_at, status, topics,
                       CASE status WHEN 'BOOKED' THEN waiting ELSE issues END AS issues
                FROM query.booking
                LEFT JOIN query.agenda ON agenda.side = booking.side
                    AND agenda.engagement_id = booking.engagement_id AND (:sees_all OR firm = :own_firm)
                WHERE booking.side = session.side AND booking.surgery = session.surgery AND status <> 'RELEASED'
                    AND (:whole_grid OR firm = :firm)) AS taken ON true
            ORDER BY session_start, session.surgery, slot_start
            """;

    /** Found from the bookings: a firm has few of them on any day, a court many sessions. */
    private static final String OF_THE_FIRM =
            """
            AND surgery IN (
                SELECT surgery FROM query.booking
                WHERE firm = :firm AND slot_start >= :from AND slot_start < :until AND status <> 'RELEASED' AND
            """
                    + LIVE
                    + ") ";

    private final JdbcClient database;

    private final JsonMapper json;

    ScheduleQueries(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @QueryHandler
    FindSessions.Found find(FindSessions question) {
        Actor reader = question.reader();
        String firm = question.firm();
        if (!ScheduleReaders.include(reader.role())
                || (firm != null && !ScheduleReaders.mayAskFor(firm, reader))) {
            return new FindSessions.Found(List.of(), null, Set.of());
        }
        Which which = Which.isOpenTo(reader);
        which.and("session_start >= :from", "from", question.from().toEpochMilli());
        which.and("session_start < :until", "until", question.until().toEpochMilli());
        which.and("court = :court", "court", question.court());
        which.and("leads @> ARRAY[:lead::text]", "lead", question.lead());
        if (firm != null) {
            which.sql.append(OF_THE_FIRM);
        }
        Cursor after = question.after();
        if (after != null) {
            which.and("(session_start, surgery) > (:key, :id)", "key", after.key());
            which.values.put("id", after.id());
        }
        which.sql.append("ORDER BY session_start, surgery LIMIT :limit");
        which.values.put("limit", question.limit() + 1);
        List<Told> found = read(reader, which, firm);
        boolean more = found.size() > question.limit();
        List<Told> page = more ? found.subList(0, question.limit()) : found;
        return new FindSessions.Found(
                page.stream().map(Told::session).toList(),
                more ? cursor(page.getLast().session()) : null,
                page.stream()
                        .flatMap(told -> told.engagements().stream())
                        .collect(Collectors.toSet()));
    }

    private static Cursor cursor(Session last) {
        return new Cursor(last.start().toEpochMilli(), last.id());
    }

    @QueryHandler
    SeeSession.Seen see(SeeSession question) {
        if (!ScheduleReaders.include(question.reader().role())) {
            return new SeeSession.Seen(null, Set.of());
        }
        Which which = Which.isOpenTo(question.reader());
        which.and("surgery = :surgery", "surgery", question.surgery());
        return read(question.reader(), which, null).stream()
                .findFirst()
                .map(told -> new SeeSession.Seen(told.session(), told.engagements()))
                .orElseGet(() -> new SeeSession.Seen(null, Set.of()));
    }

    /** Which sessions are wanted, of those that the reader may see. */
    private static final class Which {

        private final StringBuilder sql = new StringBuilder(" ");
        private final Map<String, @Nullable Object> values = new HashMap<>();

        static Which isOpenTo(Actor reader) {
            Which which = new Which();
            which.and(
                    "court = ANY (:courts)",
                    "courts",
                    ScheduleReaders.courts(reader)
                            .map(courts -> courts.toArray(String[]::new))
                            .orElse(null));
            return which;
        }

        void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                sql.append("AND ").append(condition).append(' ');
                values.put(name, value);
            }
        }
    }

    /**
     * Reads them.
     *
     * @param firm of which firm the slots are wanted; null wants the whole grid
     */
    private List<Told> read(Actor reader, Which which, @Nullable String firm) {
        boolean wholeGrid = firm == null;
        boolean forContact = ScheduleReaders.isContact(reader.role());
        which.values.put("whole_grid", wholeGrid);
        which.values.put("firm", wholeGrid ? "" : firm);
        which.values.put("sees_all", forContact || CaseReaders.seeAllFirms(reader));
        which.values.put("own_firm", CaseReaders.ownFirm(reader));
        return database
                .sql(SESSIONS + which.sql + WITH_BOOKINGS)
                .params(which.values)
                .query((row, number) -> row(row, forContact))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.surgery().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> new Told(session(rows, reader, wholeGrid), engagements(rows)))
                .toList();
    }

    /** A session, and the engagements of whose bookings it tells. */
    private record Told(Session session, Set<String> engagements) {}

    private static Set<String> engagements(List<Row> rows) {
        return rows.stream()
                .map(Row::engagement)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * A session, and one of its slots that is taken if there is any.
     *
     * @param engagement the id of the one that has the slot, if the reader is told of it
     */
    private record Row(
            Surgery.Scheduled surgery,
            long version,
            @Nullable String lead,
            @Nullable String state,
            @Nullable SessionSlot taken,
            @Nullable String engagement) {}

    private static Row row(ResultSet row, boolean forContact) throws SQLException {
        long slotStart = row.getLong("slot_start");
        boolean free = row.wasNull();
        return new Row(
                new Surgery.Scheduled(
                        new SurgeryId(row.getString("surgery")),
                        row.getString("court"),
                        Instant.ofEpochMilli(row.getLong("session_start")),
                        Instant.ofEpochMilli(row.getLong("session_end")),
                        Duration.ofMinutes(row.getInt("slot_minutes"))),
                row.getLong("version"),
                row.getString("lead"),
                row.getString("state"),
                free ? null : taken(row, Instant.ofEpochMilli(slotStart), forContact),
                row.getString("engagement_id"));
    }

    private static SessionSlot taken(ResultSet row, Instant start, boolean forContact)
            throws SQLException {
        boolean theirs = row.getString("engagement_id") != null;
        return slot(
                start,
                Instant.ofEpochMilli(row.getLong("slot_end")),
                theirs ? SlotState.valueOf(row.getString("status")) : SlotState.TAKEN,
                theirs ? booking(row, forContact) : null,
                null);
    }

    private static SlotBooking booking(ResultSet row, boolean forContact) throws SQLException {
        return new SlotBooking(
                forContact ? null : row.getString("engagement_id"),
                forContact ? null : row.getLong("agenda_version"),
                row.getString("urn"),
                forContact ? null : row.getString("firm"),
                Stage.valueOf(row.getString("stage")),
                Objects.requireNonNull(row.getObject("hearing_date", LocalDate.class)),
                forContact ? null : row.getBoolean("short_notice"),
                forContact ? null : Instant.ofEpochMilli(row.getLong("booked_at")),
                Topic.read(row.getString("topics"), row.getString("issues")));
    }

    private Session session(List<Row> rows, Actor reader, boolean wholeGrid) {
        Row first = rows.getFirst();
        Surgery.Scheduled surgery = first.surgery();
        // What an earlier revision made, and nobody has made again yet, doesn't say more.
        Sitting sitting =
                first.state() == null ? null : json.readValue(first.state(), Sitting.class);
        Map<Instant, SessionSlot> slots = new HashMap<>();
        if (sitting != null && wholeGrid) {
            boolean why = ScheduleReaders.seeReasons(reader.role());
            Duration length = surgery.slot();
            sitting.blocked()
                    .forEach(
                            it ->
                                    slots.put(
                                            it.start(),
                                            slot(
                                                    it.start(),
                                                    it.start().plus(length),
                                                    SlotState.BLOCKED,
                                                    null,
                                                    why ? it.reason() : null)));
        }
        if (sitting != null && wholeGrid) {
            // Who waits is none of the defence's business.
            SlotState kept =
                    reader.role() == Role.DEFENCE_PRACTITIONER
                            ? SlotState.TAKEN
                            : SlotState.OFFERED;
            sitting.kept()
                    .forEach(
                            start ->
                                    slots.put(
                                            start,
                                            slot(
                                                    start,
                                                    start.plus(surgery.slot()),
                                                    kept,
                                                    null,
                                                    null)));
        }
        rows.stream()
                .map(Row::taken)
                .filter(Objects::nonNull)
                .forEach(taken -> slots.put(taken.start(), taken));
        return new Session(
                surgery.id().value(),
                first.version(),
                surgery.court(),
                surgery.start(),
                surgery.end(),
                LondonTime.words(surgery.start()),
                (int) surgery.slot().toMinutes(),
                sitting == null || sitting.first().equals(surgery.start()) ? null : sitting.first(),
                first.lead(),
                sitting == null
                        ? List.of()
                        : sitting.hosts().stream()
                                .map(host -> SessionHost.of(host, reader))
                                .toList(),
                sitting != null && attends(reader, rows) ? sitting.joinLink() : null,
                surgery.slots()
                        .filter(slot -> wholeGrid || slots.containsKey(slot.start()))
                        .map(slot -> slots.getOrDefault(slot.start(), free(slot)))
                        .toList());
    }

    /** The defence does if a slot is theirs; whoever else may see a session does anyhow. */
    private static boolean attends(Actor reader, List<Row> rows) {
        return reader.role() != Role.DEFENCE_PRACTITIONER
                || rows.stream().anyMatch(row -> row.engagement() != null);
    }

    private static SessionSlot free(Slot slot) {
        return slot(slot.start(), slot.end(), SlotState.FREE, null, null);
    }

    private static SessionSlot slot(
            Instant start,
            Instant end,
            SlotState state,
            @Nullable SlotBooking booking,
            @Nullable Personal<String> reason) {
        return new SessionSlot(start, end, LondonTime.words(start), state, booking, reason);
    }
}
