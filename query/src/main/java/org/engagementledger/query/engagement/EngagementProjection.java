package org.engagementledger.query.engagement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.engagement.CaseFile;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.query.projection.Columns;
import org.engagementledger.query.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code query.engagement} and {@code query.engagement_fact}. */
@Component
final class EngagementProjection implements Projection {

    static final String NAME = "engagements";

    private static final String UPSERT =
            """
            INSERT INTO query.engagement
                (side, engagement_id, version, updated_at, received_at, urn, court, stage, status, firm, hearing_date,
                 short_notice, custody, custody_time_limit, urgency, deadline, surgery, slot_start, waiting_since,
                 offer_surgery, offer_start, offer_until, needs, escalated, sheet)
            SELECT ?, id, version, updated_at, received_at, urn, court, stage, status, firm, hearing_date::date,
                   short_notice::boolean, custody::boolean, custody_time_limit::date, urgency, deadline::date, surgery,
                   slot_start::bigint, waiting_since::bigint, offer_surgery, offer_start::bigint, offer_until::bigint,
                   needs, escalated::boolean, sheet
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                 AS row(id, version, updated_at, received_at, urn, court, stage, status, firm, hearing_date, short_notice,
                        custody, custody_time_limit, urgency, deadline, surgery, slot_start, waiting_since, offer_surgery, offer_start,
                        offer_until, needs, escalated, sheet)
            ON CONFLICT (side, engagement_id) DO UPDATE SET
                version = excluded.version, updated_at = excluded.updated_at, status = excluded.status,
                firm = excluded.firm, hearing_date = excluded.hearing_date, custody = excluded.custody,
                custody_time_limit = excluded.custody_time_limit, urgency = excluded.urgency,
                deadline = excluded.deadline, surgery = excluded.surgery, slot_start = excluded.slot_start,
                waiting_since = excluded.waiting_since, offer_surgery = excluded.offer_surgery,
                offer_start = excluded.offer_start, offer_until = excluded.offer_until,
                needs = excluded.needs, escalated = excluded.escalated, sheet = excluded.sheet
            """;

    private static final String ADD_FACTS =
            """
            INSERT INTO query.engagement_fact (side, engagement_id, kind, part, sequence, struck, body)
            SELECT ?, id, kind, part, sequence, false, body
            FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                 AS row(id, kind, part, sequence, body)
            ON CONFLICT DO NOTHING
            """;

    private static final String STRIKE =
            """
            UPDATE query.engagement_fact SET struck = true
            FROM unnest(?::text[], ?::bigint[]) AS wrong(id, sequence)
            WHERE side = ? AND engagement_id = wrong.id AND engagement_fact.sequence = wrong.sequence
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    EngagementProjection(JdbcClient database, Sealer sealer) {
        this.database = database;
        this.json = LedgerJson.sealed(sealer);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 3;
    }

    @Override
    public Set<Class<?>> madeOf() {
        return Set.of(EngagementEvent.class);
    }

    @Override
    public List<String> tables() {
        return List.of("query.engagement", "query.engagement_fact");
    }

    private record Row(Sheet sheet, long updatedAt) {}

    private record Said(String engagement, long sequence, Fact fact) {}

    private record Wrong(String engagement, long sequence) {}

    @Override
    public void project(List<FeedEntry> events, int side) {
        Sheets sheets = Sheets.read(database, json, "query.engagement", side, events);
        Map<String, Long> updatedAt = new HashMap<>();
        List<Said> said = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        sheets.advance(
                events,
                (entry, event, before, after) -> {
                    String engagement = entry.aggregateId();
                    long sequence = entry.event().sequence();
                    updatedAt.put(engagement, entry.event().recordedAt().toEpochMilli());
                    Fact.of(event, sequence)
                            .forEach(fact -> said.add(new Said(engagement, sequence, fact)));
                    if (event instanceof RecordedInError error) {
                        wrong.add(new Wrong(engagement, error.sequence()));
                    }
                });
        write(
                sheets.changed().stream()
                        .map(
                                sheet ->
                                        new Row(
                                                sheet,
                                                Objects.requireNonNull(
                                                        updatedAt.get(sheet.file().id().value()))))
                        .toList(),
                side);
        add(said, side);
        strike(wrong, side);
    }

    private void write(List<Row> rows, int side) {
        List<Object> columns =
                new Columns<>(rows)
                        .text(row -> row.sheet().file().id())
                        .number(row -> row.sheet().file().version())
                        .number(Row::updatedAt)
                        .number(row -> row.sheet().file().receivedAt().toEpochMilli())
                        .text(row -> row.sheet().file().urn())
                        .text(row -> row.sheet().file().court())
                        .text(row -> row.sheet().file().stage())
                        .text(row -> row.sheet().status())
                        .text(row -> row.sheet().file().firm().map(FirmId::value).orElse(null))
                        .text(row -> row.sheet().file().hearingDate())
                        .text(row -> row.sheet().shortNotice())
                        .text(row -> row.sheet().custody())
                        .text(row -> row.sheet().custodyTimeLimit())
                        .text(row -> row.sheet().urgency())
                        .text(row -> row.sheet().deadline())
                        .text(row -> slot(row.sheet()).map(Slot::surgery).orElse(null))
                        .text(
                                row ->
                                        slot(row.sheet())
                                                .map(slot -> slot.start().toEpochMilli())
                                                .orElse(null))
                        .text(
                                row ->
                                        waiting(row.sheet())
                                                .map(waiting -> waiting.since().toEpochMilli())
                                                .orElse(null))
                        .text(
                                row ->
                                        offer(row.sheet())
                                                .map(offer -> offer.slot().surgery())
                                                .orElse(null))
                        .text(
                                row ->
                                        offer(row.sheet())
                                                .map(offer -> offer.slot().start().toEpochMilli())
                                                .orElse(null))
                        .text(
                                row ->
                                        offer(row.sheet())
                                                .map(offer -> offer.until().toEpochMilli())
                                                .orElse(null))
                        .text(
                                row ->
                                        row.sheet().needs().stream()
                                                .map(Enum::name)
                                                .collect(Collectors.joining(" ")))
                        .text(row -> row.sheet().escalated())
                        .text(row -> json.writeValueAsString(row.sheet()))
                        .arrays();
        database.sql(UPSERT).param(side).params(columns).update();
    }

    private static Optional<Slot> slot(Sheet sheet) {
        return sheet.file().booking();
    }

    private static Optional<CaseFile.Waiting> waiting(Sheet sheet) {
        return Optional.ofNullable(sheet.file().waiting());
    }

    private static Optional<CaseFile.Offer> offer(Sheet sheet) {
        return waiting(sheet).map(CaseFile.Waiting::offer);
    }

    private void add(List<Said> said, int side) {
        List<Object> columns =
                new Columns<>(said)
                        .text(Said::engagement)
                        .text(it -> it.fact().kind())
                        .text(it -> it.fact().part())
                        .number(Said::sequence)
                        .text(it -> json.writeValueAsString(it.fact().body()))
                        .arrays();
        database.sql(ADD_FACTS).param(side).params(columns).update();
    }

    private void strike(List<Wrong> wrong, int side) {
        if (!wrong.isEmpty()) {
            List<Object> columns =
                    new Columns<>(wrong).text(Wrong::engagement).number(Wrong::sequence).arrays();
            database.sql(STRIKE).params(columns).param(side).update();
        }
    }
}
