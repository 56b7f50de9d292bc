package org.engagementledger.query.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.strategy.Completed;
import org.engagementledger.domain.strategy.EvidenceLinked;
import org.engagementledger.domain.strategy.ProgressReported;
import org.engagementledger.domain.strategy.Quarter;
import org.engagementledger.domain.strategy.Rebaselined;
import org.engagementledger.domain.strategy.Reopened;
import org.engagementledger.domain.strategy.StrategyActionId;
import org.engagementledger.ledger.json.LedgerJson;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.sealing.Sealer;
import org.engagementledger.ledger.store.StoredEvent;
import org.engagementledger.ledger.store.StoredEvents;
import org.engagementledger.query.Cursor;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.strategy.ActionEvidence.CountedEngagement;
import org.engagementledger.query.strategy.ActionEvidence.RuleCount;
import org.engagementledger.query.strategy.ActionHistory.CountingRule;
import org.engagementledger.query.strategy.ActionHistory.LinkedEvidence;
import org.engagementledger.query.strategy.ActionHistory.PastCompletion;
import org.engagementledger.query.strategy.ActionHistory.PastJudgement;
import org.engagementledger.query.strategy.ActionHistory.Rebaselining;
import org.engagementledger.query.strategy.ActionHistory.Reopening;
import org.engagementledger.query.strategy.PlanProgress.AimProgress;
import org.engagementledger.query.strategy.PlanProgress.QuarterProgress;
import org.engagementledger.query.suppression.SmallNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code query.strategy_progress}, with the events themselves. */
@Component
class ProgressQueries {

    private static final String LIVE = Projection.live(StrategyProjection.NAME);

    /**
     * Each of the actions as its last row by the end of a day has it, and what was linked to it.
     */
    private static final String AS_OF =
            """
            SELECT last.state, linked.engagements, linked.own, linked.of_others, linked.documents
            FROM query.strategy_progress AS begun
            CROSS JOIN LATERAL (
                SELECT state FROM query.strategy_progress AS told
                WHERE told.side = begun.side AND told.action = begun.action AND told.day <= :day
                ORDER BY told.day DESC, told.position DESC LIMIT 1) AS last
            CROSS JOIN LATERAL (
                SELECT count(DISTINCT engagement) AS engagements, count(DISTINCT document) AS documents,
                       count(DISTINCT engagement) FILTER (WHERE actor = :reader) AS own,
                       count(DISTINCT engagement) FILTER (WHERE actor <> :reader) AS of_others
                FROM query.strategy_progress AS told
                WHERE told.side = begun.side AND told.action = begun.action AND told.event = 'EvidenceLinked'
                  AND told.day <= :day) AS linked
            WHERE begun.version = 0 AND begun.plan = :plan AND (:action::text IS NULL OR begun.action = :action)
              AND begun.
            """
                    + LIVE;

    /** The latest of each kind, so that none is looked for among the others. */
    private static final String HISTORY =
            """
            SELECT told.day, told.position, %s
            FROM unnest(ARRAY['Rebaselined', 'Completed', 'Reopened', 'ProgressReported', 'EvidenceLinked']) AS wanted(kind)
            CROSS JOIN LATERAL (
                SELECT action, version, day, position FROM query.strategy_progress
                WHERE action = :action AND event = kind AND day <= :day AND %s
                  AND (engagement IS NULL OR :all OR actor = :reader)
                ORDER BY day DESC, position DESC LIMIT :limit) AS told
            JOIN ledger.event ON aggregate_id = told.action AND sequence = told.version
            ORDER BY told.position
            """
                    .formatted(StoredEvents.COLUMNS, LIVE);

    /** Each engagement and each document as it was named last. */
    private static final String LINKS =
            """
            SELECT told.day, told.position, %s
            FROM (SELECT DISTINCT ON (engagement, document) action, version, day, position
                  FROM query.strategy_progress
                  WHERE action = :action AND event = 'EvidenceLinked' AND day <= :day AND %s
                    AND (engagement IS NULL OR :all OR actor = :reader)
                  ORDER BY engagement, document, position DESC) AS told
            JOIN ledger.event ON aggregate_id = told.action AND sequence = told.version
            ORDER BY told.position DESC LIMIT :limit
            """
                    .formatted(StoredEvents.COLUMNS, LIVE);

    private static final String CHANGES =
            """
            SELECT told.day, told.position, told.engagement, told.state, %s
            FROM (SELECT action, version, day, position, engagement, state
                  FROM query.strategy_progress
                  WHERE plan = :plan AND day >= :since AND %s
                    AND (engagement IS NULL OR :all OR actor = :reader)
                    AND (day, position) > (:day, :position)
                    AND (:action::text IS NULL OR action = :action)
                  ORDER BY day, position LIMIT :limit) AS told
            JOIN ledger.event ON aggregate_id = told.action AND sequence = told.version
            ORDER BY told.day, told.position
            """
                    .formatted(StoredEvents.COLUMNS, LIVE);

    private static final String ON_RECORD =
            "SELECT EXISTS (SELECT FROM query.strategy_progress WHERE action = :action AND %s)"
                    .formatted(LIVE);

    private static final int LATEST = 100;
    private static final int LINKS_SHOWN = 500;
    private static final long FAR = 700_000;

    private final JdbcClient database;
    private final StoredEvents events;
    private final Counting counting;
    private final SmallNumbers small;
    private final JsonMapper json;

    ProgressQueries(
            JdbcClient database,
            StoredEvents events,
            Counting counting,
            SmallNumbers small,
            Sealer sealer) {
        this.database = database;
        this.events = events;
        this.counting = counting;
        this.small = small;
        this.json = LedgerJson.sealed(sealer);
    }

    /**
     * An action as of a day.
     *
     * @param engagements how many were linked by hand
     * @param own how many of them by the reader
     * @param ofOthers how many of them by others; one that both linked is among either
     * @param documents how many documents were
     */
    private record Standing(
            ActionState state, long engagements, long own, long ofOthers, long documents) {

        Set<Window> windows(LocalDate counted) {
            return Window.of(state.rules(), counted);
        }
    }

    private List<Standing> standing(
            Actor reader, String plan, @Nullable StrategyActionId action, LocalDate asOf) {
        return database
                .sql(AS_OF)
                .param("plan", plan)
                .param("action", action == null ? null : action.value())
                .param("day", asOf)
                .param("reader", reader.id())
                .query(
                        (row, number) ->
                                new Standing(
                                        json.readValue(row.getString("state"), ActionState.class),
                                        row.getLong("engagements"),
                                        row.getLong("own"),
                                        row.getLong("of_others"),
                                        row.getLong("documents")))
                .list()
                .stream()
                .sorted(Comparator.comparing(it -> it.state().number()))
                .toList();
    }

    /** How many engagements count by all rules of each of these actions, by their windows. */
    private Map<Set<Window>, Long> counts(List<Standing> standing, LocalDate counted) {
        return counting.count(standing.stream().map(it -> it.windows(counted)).toList());
    }

    /**
     * What the reader is told of how many engagements count. That nothing counts yet follows from
     * no case.
     */
    private @Nullable Long told(Set<Window> windows, Map<Set<Window>, Long> counts, Actor reader) {
        return windows.isEmpty()
                ? Long.valueOf(0)
                : small.toldTo(reader).told(counts.getOrDefault(windows, 0L));
    }

    private EvidenceCount evidence(
            Standing standing, Set<Window> windows, Map<Set<Window>, Long> counts, Actor reader) {
        Long engagements = told(windows, counts, reader);
        return new EvidenceCount(
                engagements,
                linked(standing, reader),
                standing.documents(),
                engagements == null,
                small.toldTo(reader).stepsOf());
    }

    /**
     * How many engagements were linked, as the reader is told. Of those of others that is as many
     * whatever the reader links: else they could find out by linking one whether it is among them.
     */
    private long linked(Standing standing, Actor reader) {
        if (StrategyReaders.seeCases(reader)) {
            return standing.engagements();
        }
        Long untold = untold(standing, reader);
        return Math.max(standing.own(), untold == null ? 0 : untold);
    }

    /** How many engagements others linked, of which the reader isn't told which they are. */
    private @Nullable Long untold(Standing standing, Actor reader) {
        return small.toldTo(reader).told(ofOthers(standing, reader));
    }

    @QueryHandler
    PlanProgress see(SeeProgress question) {
        LocalDate asOf = question.asOf();
        Actor reader = question.reader();
        List<Standing> standing =
                StrategyReaders.include(reader.role())
                        ? standing(reader, question.plan(), null, asOf)
                        : List.of();
        LocalDate counted = StrategyReaders.counted(reader, asOf, question.today());
        Map<Set<Window>, Long> counts = counts(standing, counted);
        List<ActionProgress> actions =
                standing.stream()
                        .map(
                                it ->
                                        ActionProgress.of(
                                                it.state(),
                                                asOf,
                                                evidence(it, it.windows(counted), counts, reader)))
                        .toList();
        return new PlanProgress(
                question.plan(),
                asOf,
                ProgressTotals.of(actions),
                aims(standing, actions),
                quarters(actions),
                actions);
    }

    private static List<AimProgress> aims(List<Standing> standing, List<ActionProgress> actions) {
        Map<Integer, String> titles = new TreeMap<>();
        standing.forEach(
                it -> titles.putIfAbsent(it.state().number().aim(), it.state().aimTitle()));
        Map<Integer, List<ActionProgress>> byAim = grouped(actions, ActionProgress::aim);
        return titles.entrySet().stream()
                .map(
                        aim ->
                                new AimProgress(
                                        aim.getKey(),
                                        aim.getValue(),
                                        ProgressTotals.of(
                                                byAim.getOrDefault(aim.getKey(), List.of()))))
                .toList();
    }

    private static List<QuarterProgress> quarters(List<ActionProgress> actions) {
        Map<Optional<Quarter>, List<ActionProgress>> byQuarter =
                grouped(actions, it -> Optional.ofNullable(it.due()).map(Quarter::new));
        return byQuarter.entrySet().stream()
                .sorted(
                        Comparator.comparing(
                                entry -> entry.getKey().orElse(null),
                                Comparator.nullsLast(Comparator.naturalOrder())))
                .map(
                        entry ->
                                new QuarterProgress(
                                        entry.getKey().map(Quarter::value).orElse(null),
                                        entry.getKey().map(Quarter::last).orElse(null),
                                        ProgressTotals.of(entry.getValue())))
                .toList();
    }

    private static <K> Map<K, List<ActionProgress>> grouped(
            List<ActionProgress> actions, Function<ActionProgress, K> by) {
        return actions.stream().collect(Collectors.groupingBy(by));
    }

    @QueryHandler
    SeeAction.Seen see(SeeAction question) {
        Actor reader = question.reader();
        LocalDate asOf = question.asOf();
        LocalDate counted = StrategyReaders.counted(reader, asOf, question.today());
        return new SeeAction.Seen(
                action(reader, question.action(), asOf)
                        .map(it -> history(it, reader, asOf, counted))
                        .orElse(null));
    }

    private Optional<Standing> action(Actor reader, StrategyActionId action, LocalDate asOf) {
        return StrategyReaders.include(reader.role())
                ? standing(reader, action.plan(), action, asOf).stream().findFirst()
                : Optional.empty();
    }

    private ActionHistory history(
            Standing standing, Actor reader, LocalDate asOf, LocalDate counted) {
        ActionState state = standing.state();
        List<Past> past = past(HISTORY, state.action(), reader, asOf, LATEST);
        return new ActionHistory(
                asOf,
                ActionProgress.of(
                        state,
                        asOf,
                        evidence(
                                standing,
                                standing.windows(counted),
                                counts(List.of(standing), counted),
                                reader)),
                state.aimTitle(),
                state.adoptedOn(),
                past.stream().flatMap(ProgressQueries::rebaselining).toList(),
                past.stream().flatMap(ProgressQueries::completion).toList(),
                past.stream().flatMap(ProgressQueries::reopening).toList(),
                past.stream().flatMap(ProgressQueries::judgement).toList(),
                past.stream().flatMap(ProgressQueries::link).toList(),
                untold(standing, reader),
                state.rules().stream().map(CountingRule::of).toList());
    }

    private static long ofOthers(Standing standing, Actor reader) {
        return StrategyReaders.seeCases(reader) ? 0 : standing.ofOthers();
    }

    /** An event, and the day on which it was recorded. */
    private record Past(LocalDate day, StoredEvent event) {}

    private List<Past> past(
            String sql, StrategyActionId action, Actor reader, LocalDate asOf, int limit) {
        return database.sql(sql)
                .param("action", action.value())
                .param("day", asOf)
                .param("all", StrategyReaders.seeCases(reader))
                .param("reader", reader.id())
                .param("limit", limit)
                .query((row, number) -> new Past(day(row), events.read(row)))
                .list();
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("day", LocalDate.class));
    }

    private static Stream<Rebaselining> rebaselining(Past past) {
        return past.event().payload() instanceof Rebaselined it
                ? Stream.of(
                        new Rebaselining(
                                past.event().sequence(),
                                past.day(),
                                it.from().value(),
                                it.to().value(),
                                it.reason(),
                                it.decidedBy()))
                : Stream.empty();
    }

    private static Stream<PastCompletion> completion(Past past) {
        return past.event().payload() instanceof Completed it
                ? Stream.of(
                        new PastCompletion(past.event().sequence(), past.day(), it.on(), it.note()))
                : Stream.empty();
    }

    private static Stream<Reopening> reopening(Past past) {
        return past.event().payload() instanceof Reopened it
                ? Stream.of(new Reopening(past.event().sequence(), past.day(), it.reason()))
                : Stream.empty();
    }

    private static Stream<PastJudgement> judgement(Past past) {
        return past.event().payload() instanceof ProgressReported it
                ? Stream.of(
                        new PastJudgement(
                                past.event().sequence(),
                                past.day(),
                                it.percent(),
                                it.confidence(),
                                it.reason(),
                                it.note()))
                : Stream.empty();
    }

    private static Stream<LinkedEvidence> link(Past past) {
        return past.event().payload() instanceof EvidenceLinked it
                ? Stream.of(
                        new LinkedEvidence(
                                past.event().sequence(),
                                past.day(),
                                it.engagement() == null ? null : it.engagement().value(),
                                it.document(),
                                it.note()))
                : Stream.empty();
    }

    @QueryHandler
    FindChanges.Found find(FindChanges question) {
        Actor reader = question.reader();
        if (!StrategyReaders.include(reader.role())) {
            return new FindChanges.Found(List.of(), null, true);
        }
        Cursor after = question.after();
        StrategyActionId action = question.action();
        List<ActionChange> found =
                database.sql(CHANGES)
                        .param("action", action == null ? null : action.value())
                        .param("plan", question.plan())
                        .param("since", question.since())
                        .param("day", after == null ? question.since().minusDays(1) : day(after))
                        .param("position", after == null ? Long.MAX_VALUE : position(after))
                        .param("all", StrategyReaders.seeCases(reader))
                        .param("reader", reader.id())
                        .param("limit", question.limit() + 1)
                        .query((row, number) -> change(row))
                        .list();
        boolean more = found.size() > question.limit();
        List<ActionChange> page =
                new ArrayList<>(more ? found.subList(0, question.limit()) : found);
        return new FindChanges.Found(
                page,
                more ? cursor(page.getLast()) : null,
                action == null || !page.isEmpty() || isOnRecord(action));
    }

    private boolean isOnRecord(StrategyActionId action) {
        return database.sql(ON_RECORD)
                .param("action", action.value())
                .query(Boolean.class)
                .single();
    }

    private static Cursor cursor(ActionChange last) {
        return new Cursor(last.day().toEpochDay(), Long.toString(last.position()));
    }

    /** Whatever a cursor says that isn't one of ours, it is a day that PostgreSQL knows. */
    private static LocalDate day(Cursor after) {
        return LocalDate.ofEpochDay(Math.clamp(after.key(), -FAR, FAR));
    }

    private static long position(Cursor after) {
        try {
            return Long.parseLong(after.id());
        } catch (NumberFormatException notOurs) {
            return Long.MAX_VALUE;
        }
    }

    private ActionChange change(ResultSet row) throws SQLException {
        StoredEvent event = events.read(row);
        ActionState state = json.readValue(row.getString("state"), ActionState.class);
        return new ActionChange(
                row.getLong("position"),
                day(row),
                state.action().value(),
                state.number().value(),
                state.title(),
                event.sequence(),
                event.eventId(),
                event.name().substring(event.name().indexOf('.') + 1),
                event.recordedAt(),
                event.metadata().getOrDefault(Provenance.ACTOR, ""),
                event.metadata().getOrDefault(Provenance.ROLE, ""),
                row.getString("engagement"),
                json.valueToTree(event.payload()));
    }

    @QueryHandler
    FindEvidence.Found find(FindEvidence question) {
        Actor reader = question.reader();
        LocalDate counted = StrategyReaders.counted(reader, question.asOf(), question.today());
        Standing action = action(reader, question.action(), question.asOf()).orElse(null);
        if (action == null) {
            return new FindEvidence.Found(null, null);
        }
        Cursor after = question.after();
        List<CountedEngagement> found =
                StrategyReaders.seeCases(reader)
                        ? counting.list(
                                action.state().rules(),
                                question.asOf(),
                                after == null ? "" : after.id(),
                                question.limit() + 1)
                        : List.of();
        boolean more = found.size() > question.limit();
        List<CountedEngagement> page = more ? found.subList(0, question.limit()) : found;
        return new FindEvidence.Found(
                evidence(action, page, reader, question.asOf(), counted),
                more ? new Cursor(0, page.getLast().engagement()) : null);
    }

    private ActionEvidence evidence(
            Standing standing,
            List<CountedEngagement> page,
            Actor reader,
            LocalDate asOf,
            LocalDate counted) {
        ActionState state = standing.state();
        Set<Window> windows = standing.windows(counted);
        List<Set<Window>> wanted = new ArrayList<>();
        wanted.add(windows);
        windows.forEach(window -> wanted.add(Set.of(window)));
        Map<Set<Window>, Long> counts = counting.count(wanted);
        List<RuleCount> rules =
                state.rules().stream()
                        .map(
                                rule -> {
                                    Long count =
                                            told(Window.of(List.of(rule), counted), counts, reader);
                                    return new RuleCount(
                                            CountingRule.of(rule), count, count == null);
                                })
                        .toList();
        return new ActionEvidence(
                state.action().value(),
                state.version(),
                asOf,
                evidence(standing, windows, counts, reader),
                rules,
                page,
                past(LINKS, state.action(), reader, asOf, LINKS_SHOWN).stream()
                        .flatMap(ProgressQueries::link)
                        .toList(),
                untold(standing, reader));
    }
}
