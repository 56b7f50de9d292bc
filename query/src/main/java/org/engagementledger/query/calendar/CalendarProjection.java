package org.engagementledger.query.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.calendar.CalendarEvent;
import org.engagementledger.domain.calendar.CalendarOpened;
import org.engagementledger.domain.calendar.CalendarRevoked;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code query.calendar}. */
@Component
final class CalendarProjection implements Projection {

    static final String NAME = "calendars";

    private static final String OPEN =
            """
            INSERT INTO query.calendar
                (side, calendar_id, version, kind, subject, owner, owner_role, owner_firm, hash, opened_at)
            SELECT ?, calendar_id, version, kind, subject, owner, owner_role, owner_firm, hash, opened_at
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::bigint[])
                 AS row(calendar_id, version, kind, subject, owner, owner_role, owner_firm, hash, opened_at)
            ON CONFLICT DO NOTHING
            """;

    private static final String REVOKE =
            """
            UPDATE query.calendar SET version = revoked.version, revoked_at = revoked.at
            FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS revoked(calendar_id, version, at)
            WHERE side = ? AND calendar.calendar_id = revoked.calendar_id
            """;

    private final JdbcClient database;

    CalendarProjection(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 1;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(CalendarEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.calendar");
    }

    private record Opened(CalendarOpened event, long version, long at) {}

    private record Revoked(CalendarRevoked event, long version, long at) {}

    @Override
    public void project(List<FeedEntry> events, int side) {
        List<Opened> opened = new ArrayList<>();
        List<Revoked> revoked = new ArrayList<>();
        for (FeedEntry entry : events) {
            long version = entry.event().sequence();
            long at = entry.event().recordedAt().toEpochMilli();
            switch ((CalendarEvent) entry.event().payload()) {
                case CalendarOpened event -> opened.add(new Opened(event, version, at));
                case CalendarRevoked event -> revoked.add(new Revoked(event, version, at));
            }
        }
        if (!opened.isEmpty()) {
            database.sql(OPEN).param(side).params(rows(opened)).update();
        }
        if (!revoked.isEmpty()) {
            database.sql(REVOKE)
                    .params(
                            new Columns<>(revoked)
                                    .text(it -> it.event().calendar())
                                    .number(Revoked::version)
                                    .number(Revoked::at)
                                    .arrays())
                    .param(side)
                    .update();
        }
    }

    private static List<Object> rows(List<Opened> opened) {
        return new Columns<>(opened)
                .text(it -> it.event().calendar())
                .number(Opened::version)
                .text(it -> it.event().kind())
                .text(it -> it.event().of())
                .text(it -> it.event().owner())
                .text(it -> it.event().role())
                .text(it -> firm(it.event().firm()))
                .text(it -> it.event().hash())
                .number(Opened::at)
                .arrays();
    }

    private static @Nullable String firm(@Nullable FirmId firm) {
        return firm == null ? null : firm.value();
    }
}
