package org.engagementledger.query.casehistory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.engagement.Sheet;
import org.engagementledger.query.engagement.Sheets;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code query.case_history} and {@code query.case_event}. */
@Component
final class CaseHistoryProjection implements Projection {

    static final String NAME = "histories";

    /** Since then each event's row says where in the feed it stands, and whose the case is. */
    static final int FIRST_WITH_POSITIONS = 2;

    private static final String UPSERT =
            """
            INSERT INTO query.case_history (side, engagement_id, version, firm, sheet)
            SELECT ?, id, version, firm, sheet
            FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) AS row(id, version, firm, sheet)
            ON CONFLICT (side, engagement_id) DO UPDATE SET
                version = excluded.version, firm = excluded.firm, sheet = excluded.sheet
            """;

    private static final String ADD =
            """
            INSERT INTO query.case_event (side, engagement_id, sequence, position, firm, event, changes)
            SELECT ?, id, sequence, position, firm, event, changes
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                 AS row(id, sequence, position, firm, event, changes)
            ON CONFLICT DO NOTHING
            """;

    /** With the case goes all that has happened in it. */
    private static final String HAND_OVER =
            """
            UPDATE query.case_event SET firm = handed_over.firm
            FROM unnest(?::text[], ?::text[]) AS handed_over(id, firm)
            WHERE side = ? AND engagement_id = handed_over.id
            """;

    private static final String STRIKE =
            """
            UPDATE query.case_event SET struck_by = wrong.struck_by
            FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS wrong(id, sequence, struck_by)
            WHERE side = ? AND engagement_id = wrong.id AND case_event.sequence = wrong.sequence
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    CaseHistoryProjection(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 4;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(EngagementEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.case_history", "query.case_event");
    }

    private record Told(
            String engagement,
            long sequence,
            long position,
            @Nullable FirmId firm,
            String event,
            List<Change> changes) {}

    private record HandedOver(String engagement, @Nullable FirmId firm) {}

    private record Wrong(String engagement, long sequence, long struckBy) {}

    @Override
    public void project(List<FeedEntry> events, int side) {
        Sheets sheets = Sheets.read(database, json, "query.case_history", side, events);
        List<Told> told = new ArrayList<>();
        Map<String, HandedOver> handedOver = new LinkedHashMap<>();
        List<Wrong> wrong = new ArrayList<>();
        sheets.advance(
                events,
                (entry, event, before, after) -> {
                    String engagement = entry.aggregateId();
                    long sequence = entry.event().sequence();
                    FirmId firm = after.file().firm().orElse(null);
                    told.add(
                            new Told(
                                    engagement,
                                    sequence,
                                    entry.position(),
                                    firm,
                                    SeeHistory.kind(entry.event().name()),
                                    Change.by(event, before, after)));
                    if (before != null && !before.file().firm().equals(after.file().firm())) {
                        handedOver.put(engagement, new HandedOver(engagement, firm));
                    }
                    if (event instanceof RecordedInError error) {
                        wrong.add(new Wrong(engagement, error.sequence(), sequence));
                    }
                });
        write(sheets.changed(), side);
        add(told, side);
        handOver(List.copyOf(handedOver.values()), side);
        strike(wrong, side);
    }

    private void write(List<Sheet> sheets, int side) {
        List<Object> columns =
                new Columns<>(sheets)
                        .text(sheet -> sheet.file().id())
                        .number(sheet -> sheet.file().version())
                        .text(sheet -> sheet.file().firm().map(FirmId::value).orElse(null))
                        .text(json::writeValueAsString)
                        .arrays();
        database.sql(UPSERT).param(side).params(columns).update();
    }

    private void add(List<Told> told, int side) {
        List<Object> columns =
                new Columns<>(told)
                        .text(Told::engagement)
                        .number(Told::sequence)
                        .number(Told::position)
                        .text(Told::firm)
                        .text(Told::event)
                        .text(it -> json.writeValueAsString(it.changes()))
                        .arrays();
        database.sql(ADD).param(side).params(columns).update();
    }

    private void handOver(List<HandedOver> cases, int side) {
        if (!cases.isEmpty()) {
            List<Object> columns =
                    new Columns<>(cases)
                            .text(HandedOver::engagement)
                            .text(HandedOver::firm)
                            .arrays();
            database.sql(HAND_OVER).params(columns).param(side).update();
        }
    }

    private void strike(List<Wrong> wrong, int side) {
        if (!wrong.isEmpty()) {
            List<Object> columns =
                    new Columns<>(wrong)
                            .text(Wrong::engagement)
                            .number(Wrong::sequence)
                            .number(Wrong::struckBy)
                            .arrays();
            database.sql(STRIKE).params(columns).param(side).update();
        }
    }
}
