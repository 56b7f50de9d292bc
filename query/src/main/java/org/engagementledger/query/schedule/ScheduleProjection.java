package org.engagementledger.query.schedule;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.surgery.SlotReserved;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.schedule.Changes.Booked;
import org.engagementledger.query.schedule.Changes.Ended;
import org.engagementledger.query.schedule.Changes.Kept;
import org.engagementledger.query.schedule.Changes.Wrong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code query.session}, {@code query.reservation}, {@code query.agenda} and {@code
 * query.booking}.
 */
@Component
final class ScheduleProjection implements Projection {

    static final String NAME = "schedule";

    private static final String UPSERT_SESSIONS =
            """
            INSERT INTO query.session
                (side, surgery, version, court, session_start, session_end, slot_minutes, lead, leads, blocked, state)
            SELECT ?, surgery, version, court, session_start, session_end, slot_minutes, lead,
                   ARRAY(SELECT jsonb_array_elements_text(leads::jsonb)),
                   ARRAY(SELECT jsonb_array_elements_text(blocked::jsonb)::bigint), state
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[],
                        ?::text[], ?::text[])
                 AS row(surgery, version, court, session_start, session_end, slot_minutes, lead, leads, blocked, state)
            ON CONFLICT (side, surgery) DO UPDATE SET
                version = excluded.version, session_start = excluded.session_start,
                session_end = excluded.session_end, lead = excluded.lead, leads = excluded.leads,
                blocked = excluded.blocked, state = excluded.state
            """;

    private static final String END_RESERVATIONS =
            """
            DELETE FROM query.reservation
            USING unnest(?::text[], ?::bigint[]) AS ended(surgery, slot_start)
            WHERE side = ? AND reservation.surgery = ended.surgery AND reservation.slot_start = ended.slot_start
            """;

    private static final String ADD_RESERVATIONS =
            """
            INSERT INTO query.reservation (side, surgery, slot_start, engagement_id, kept_until)
            SELECT ?, surgery, slot_start, engagement_id, kept_until
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[])
                 AS row(surgery, slot_start, engagement_id, kept_until)
            ON CONFLICT (side, surgery, slot_start) DO UPDATE SET
                engagement_id = excluded.engagement_id, kept_until = excluded.kept_until
            """;

    private static final String UPSERT_AGENDAS =
            """
            INSERT INTO query.agenda
                (side, engagement_id, version, urn, stage, hearing_date, short_notice, topics, waiting, state)
            SELECT ?, id, version, urn, stage, hearing_date::date, short_notice::boolean, topics, waiting, state
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[])
                 AS row(id, version, urn, stage, hearing_date, short_notice, topics, waiting, state)
            ON CONFLICT (side, engagement_id) DO UPDATE SET
                version = excluded.version, hearing_date = excluded.hearing_date, topics = excluded.topics,
                waiting = excluded.waiting, state = excluded.state
            """;

    private static final String ADD_BOOKINGS =
            """
            INSERT INTO query.booking
                (side, engagement_id, sequence, firm, surgery, slot_start, slot_end, booked_at, status)
            SELECT ?, engagement_id, sequence, firm, surgery, slot_start, slot_end, booked_at, 'BOOKED'
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                 AS row(engagement_id, sequence, firm, surgery, slot_start, slot_end, booked_at)
            ON CONFLICT DO NOTHING
            """;

    private static final String END_BOOKINGS =
            """
            UPDATE query.booking
            SET status = ended.status, reason = ended.reason, ended_by = ended.by, issues = ended.issues
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                 AS ended(engagement_id, sequence, status, reason, by, issues)
            WHERE side = ? AND booking.engagement_id = ended.engagement_id AND booking.sequence = ended.sequence
            """;

    private static final String STRIKE =
            """
            UPDATE query.booking SET status = 'BOOKED', reason = NULL, ended_by = NULL, issues = NULL
            FROM unnest(?::text[], ?::bigint[]) AS wrong(engagement_id, sequence)
            WHERE side = ? AND booking.engagement_id = wrong.engagement_id AND ended_by = wrong.sequence
            """;

    private static final String TRANSFER =
            """
            UPDATE query.booking SET firm = now.firm
            FROM unnest(?::text[], ?::text[]) AS now(engagement_id, firm)
            WHERE side = ? AND booking.engagement_id = now.engagement_id
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    ScheduleProjection(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 5;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(SurgeryEvent.class, EngagementEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.session", "query.reservation", "query.agenda", "query.booking");
    }

    @Override
    public void project(List<FeedEntry> events, int side) {
        Changes changes =
                new Changes(
                        known(
                                "SELECT engagement_id AS id, state FROM query.agenda WHERE side = ?"
                                        + " AND engagement_id = ANY (?)",
                                ids(events, EngagementEvent.class),
                                side,
                                Agenda.class),
                        known(
                                "SELECT surgery AS id, state FROM query.session WHERE side = ? AND"
                                        + " surgery = ANY (?)",
                                ids(events, SurgeryEvent.class),
                                side,
                                Sitting.class));
        events.forEach(changes::add);
        insert(UPSERT_SESSIONS, side, changes.sittings(), this::sessions);
        update(END_RESERVATIONS, side, changes.noLongerKept(), ScheduleProjection::noLongerKept);
        insert(ADD_RESERVATIONS, side, changes.reserved(), ScheduleProjection::reserved);
        insert(UPSERT_AGENDAS, side, changes.agendas(), this::agendas);
        insert(ADD_BOOKINGS, side, changes.booked(), rows -> bookings(rows, changes));
        update(END_BOOKINGS, side, changes.ended(), ScheduleProjection::ended);
        update(STRIKE, side, changes.wrong(), ScheduleProjection::wrong);
        update(TRANSFER, side, changes.transferred(), ScheduleProjection::transferred);
    }

    private static String[] ids(List<FeedEntry> events, Class<?> kind) {
        return events.stream()
                .filter(entry -> kind.isInstance(entry.event().payload()))
                .map(FeedEntry::aggregateId)
                .distinct()
                .toArray(String[]::new);
    }

    /** What the next events are added to, by the ids of what they happened to. */
    private <T> Map<String, T> known(String statement, String[] ids, int side, Class<T> type) {
        if (ids.length == 0) {
            return Map.of();
        }
        return database
                .sql(statement)
                .param(side)
                .param(ids)
                .query(
                        (row, number) ->
                                Map.entry(
                                        row.getString("id"),
                                        json.readValue(row.getString("state"), type)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private <R> void insert(
            String statement, int side, List<R> rows, UnaryOperator<Columns<R>> columns) {
        if (!rows.isEmpty()) {
            List<Object> arrays = columns.apply(new Columns<>(rows)).arrays();
            database.sql(statement).param(side).params(arrays).update();
        }
    }

    private <R> void update(
            String statement, int side, List<R> rows, UnaryOperator<Columns<R>> columns) {
        if (!rows.isEmpty()) {
            List<Object> arrays = columns.apply(new Columns<>(rows)).arrays();
            database.sql(statement).params(arrays).param(side).update();
        }
    }

    private Columns<Sitting> sessions(Columns<Sitting> rows) {
        return rows.text(Sitting::surgery)
                .number(Sitting::version)
                .text(Sitting::court)
                .number(sitting -> sitting.start().toEpochMilli())
                .number(sitting -> sitting.end().toEpochMilli())
                .number(Sitting::slotMinutes)
                .text(Sitting::lead)
                .text(sitting -> json.writeValueAsString(sitting.leads()))
                .text(
                        sitting ->
                                sitting.blocked().stream()
                                        .map(blocked -> blocked.start().toEpochMilli())
                                        .toList())
                .text(json::writeValueAsString);
    }

    private static Columns<Kept> noLongerKept(Columns<Kept> rows) {
        return rows.text(Kept::surgery).number(kept -> kept.start().toEpochMilli());
    }

    private static Columns<SlotReserved> reserved(Columns<SlotReserved> rows) {
        return rows.text(SlotReserved::surgery)
                .number(kept -> kept.start().toEpochMilli())
                .text(SlotReserved::engagement)
                .number(kept -> kept.until().toEpochMilli());
    }

    private Columns<Agenda> agendas(Columns<Agenda> rows) {
        return rows.text(agenda -> agenda.file().id())
                .number(agenda -> agenda.file().version())
                .text(agenda -> agenda.file().urn())
                .text(agenda -> agenda.file().stage())
                .text(agenda -> agenda.file().hearingDate())
                .text(Agenda::shortNotice)
                .text(agenda -> Topic.written(agenda.topics()))
                .text(Agenda::waiting)
                .text(json::writeValueAsString);
    }

    private static Columns<Booked> bookings(Columns<Booked> rows, Changes changes) {
        return rows.text(booked -> booked.id().engagement())
                .number(booked -> booked.id().sequence())
                .text(booked -> firm(changes.agenda(booked.id().engagement())))
                .text(booked -> booked.slot().surgery())
                .number(booked -> booked.slot().start().toEpochMilli())
                .number(booked -> booked.slot().end().toEpochMilli())
                .number(Booked::at);
    }

    private static Columns<Ended> ended(Columns<Ended> rows) {
        return rows.text(ended -> ended.id().engagement())
                .number(ended -> ended.id().sequence())
                .text(Ended::status)
                .text(Ended::reason)
                .number(Ended::by)
                .text(Ended::issues);
    }

    private static Columns<Wrong> wrong(Columns<Wrong> rows) {
        return rows.text(Wrong::engagement).number(Wrong::sequence);
    }

    private static Columns<Agenda> transferred(Columns<Agenda> rows) {
        return rows.text(agenda -> agenda.file().id()).text(ScheduleProjection::firm);
    }

    private static @Nullable String firm(Agenda agenda) {
        return agenda.file().firm().map(FirmId::value).orElse(null);
    }
}
