package org.engagementledger.query.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.query.evaluation.EventsThatStand.NOTICE;
import static org.engagementledger.query.evaluation.EventsThatStand.STANDING;
import static org.engagementledger.query.evaluation.EventsThatStand.plea;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Visibility;
import org.engagementledger.domain.engagement.command.RecordInError;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.query.projection.Projection;
import org.engagementledger.query.projection.Projections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What counts of the played pilot, held against a count of the events themselves: by court, stage
 * and week, so that every sum of these is the same too. Some of it was recorded in error.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FiguresOfThePilotTest {

    private static final String COUNT =
            """
            )
            SELECT concat_ws(' ', court, stage, to_char(at, 'IYYY-"W"IW'), detail) AS key, count(*) AS count
            FROM counted JOIN request USING (engagement)
            GROUP BY key ORDER BY key
            """;

    private static final String PROJECTED =
            """
            SELECT concat_ws(' ', court, stage, to_char(day, 'IYYY-"W"IW'), detail, how, notice,
                             to_timestamp(slot_start / 1000) AT TIME ZONE 'Europe/London') AS key, count(*) AS count
            FROM query.evaluated_fact
            WHERE kind = ? AND
            """
                    + Projection.live(EvaluationProjection.NAME)
                    + " GROUP BY key ORDER BY key";

    @TempDir static Path directory;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void play() throws InterruptedException {
        Accounts.giveTo(directory.resolve("home"));
        service =
                new SpringApplicationBuilder(EngagementLedger.class)
                        .run(
                                "--spring.profiles.active=demo",
                                "--server.port=0",
                                "--ledger.play=true",
                                "--ledger.home=" + directory.resolve("home"));
        correctSomeTriage();
        assertThat(service.getBean(Projections.class).await(allEvents(), Duration.ofSeconds(60)))
                .isTrue();
    }

    private static JdbcClient sql() {
        return service.getBean(JdbcClient.class);
    }

    private record Found(String engagement, long sequence) {}

    /** Beside what was recorded in error in the pilot: the triage of a few cases. */
    private static void correctSomeTriage() {
        List<Found> triaged =
                sql().sql(
                                """
                                SELECT aggregate_id, sequence FROM ledger.history AS it
                                WHERE name IN ('engagement.Triaged', 'engagement.PartlyTriaged') AND aggregate_id NOT IN (
                                    SELECT aggregate_id FROM ledger.history
                                    WHERE name IN ('engagement.OutcomeRecorded', 'engagement.Withdrawn'))
                                ORDER BY global_index LIMIT 5
                                """)
                        .query((row, number) -> new Found(row.getString(1), row.getLong(2)))
                        .list();
        assertThat(triaged)
                .hasSize(5)
                .allSatisfy(
                        it ->
                                assertThat(
                                                service.getBean(Commands.class)
                                                        .send(
                                                                new RecordInError(
                                                                        new EngagementId(
                                                                                it.engagement()),
                                                                        it.sequence(),
                                                                        reason(it.engagement())),
                                                                new Provenance(
                                                                        new Actor(
                                                                                "coordinator",
                                                                                Role.COORDINATOR,
                                                                                null),
                                                                        "test",
                                                                        null)))
                                        .isInstanceOf(Answer.Accepted.class));
    }

    private static Note reason(String engagement) {
        return new Note(
                Visibility.SHARED, Personal.known("engagement/" + engagement, "Another case"));
    }

    /** How many there are once the ledger writes no more of its own accord. */
    private static long allEvents() throws InterruptedException {
        long before = -1;
        long now = 0;
        while (before != now) {
            Thread.sleep(Duration.ofSeconds(1));
            before = now;
            now = sql().sql("SELECT count(*) FROM ledger.event").query(Long.class).single();
        }
        return now;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private record Count(String key, long count) {}

    private static List<Count> counts(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Count(row.getString("key"), row.getLong("count")))
                .list();
    }

    private static List<Count> projected(String kind) {
        return counts(sql().sql(PROJECTED).param(kind));
    }

    /**
     * Each kind, and by which events it is counted: of which case, when in London, of what sort.
     */
    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(
                        "REQUEST",
                        """
                        SELECT engagement, at, concat_ws(' ', who, how, hearing - at::date) AS detail
                        FROM (SELECT engagement, (payload ->> 'receivedAt')::timestamptz AT TIME ZONE 'Europe/London' AS at,
                                     (payload ->> 'hearingDate')::date AS hearing,
                                     CASE WHEN payload #>> '{requester,firm}' IS NULL THEN 'IN_PERSON' ELSE 'FIRM' END AS who,
                                     CASE WHEN payload ->> 'stage' <> 'PRE_TRIAL' THEN NULL
                                          WHEN (payload ->> 'shortNotice')::boolean THEN 'SHORT_NOTICE'
                                          ELSE 'WITH_NOTICE' END AS how
                              FROM standing WHERE name = 'engagement.Submitted') AS received
                        """),
                Arguments.of(
                        "NEED",
                        """
                        SELECT DISTINCT ON (engagement, defendant, need) engagement, recorded_in_london AS at, need AS detail
                        FROM (SELECT engagement, sequence, recorded_in_london, it ->> 'id' AS defendant, it -> 'needs' AS needs
                              FROM standing, jsonb_array_elements(payload -> 'defendants') AS it
                              WHERE name IN ('engagement.Submitted', 'engagement.Amended')
                              UNION ALL
                              SELECT engagement, sequence, recorded_in_london, it ->> 'defendant', it -> 'needs'
                              FROM standing, jsonb_array_elements(payload -> 'details') AS it
                              WHERE name = 'engagement.Amended') AS said, jsonb_array_elements_text(needs) AS need
                        ORDER BY engagement, defendant, need, sequence
                        """),
                Arguments.of(
                        "ISSUE_RAISED", "SELECT engagement, at, category AS detail FROM raised"),
                Arguments.of("TRIAGED", "SELECT engagement, at, detail FROM triage"),
                Arguments.of(
                        "ISSUE_RESOLVED",
                        "SELECT engagement, at, concat_ws(' ', category, how, %s) AS detail FROM settled"
                                .formatted(NOTICE)),
                Arguments.of(
                        "SLOT_BOOKED", slot("SlotBooked", "recorded_in_london", "{slot,surgery}")),
                Arguments.of("SLOT_RELEASED", slot("SlotReleased", "recorded_in_london", "{why}")),
                Arguments.of(
                        "MEETING_HELD",
                        slot(
                                "MeetingHeld",
                                "(payload ->> 'heldAt')::timestamptz AT TIME ZONE 'Europe/London'",
                                "{slot,surgery}")),
                Arguments.of(
                        "MEETING_MISSED",
                        """
                        SELECT engagement, start AS at, concat_ws(' ', parties, start) AS detail
                        FROM (SELECT engagement, (payload #>> '{slot,start}')::timestamptz AT TIME ZONE 'Europe/London' AS start,
                                     (SELECT string_agg(party, ' ' ORDER BY array_position(
                                          '{DEFENCE,PROSECUTION,HMCTS,POLICE}', party))
                                      FROM jsonb_array_elements_text(payload -> 'missedBy') AS party) AS parties
                              FROM standing WHERE name = 'engagement.MeetingMissed') AS missed
                        """),
                Arguments.of("PLEA_OFFERED", "SELECT engagement, at, offered AS detail FROM offer"),
                Arguments.of(
                        "PLEA_INDICATED",
                        """
                        SELECT engagement, (payload ->> 'indicatedAt')::timestamptz AT TIME ZONE 'Europe/London' AS at,
                               payload ->> 'acceptable' AS detail
                        FROM standing WHERE name = 'engagement.PleaIndicated'
                        """),
                Arguments.of("PLEA_WITHDRAWN", plea("PleaOfferWithdrawn", "withdrawnAt")),
                Arguments.of("PLEA_REJECTED", plea("PleaRejected", "rejectedAt")),
                Arguments.of(
                        "PLEA_AGREED",
                        "SELECT engagement, at, concat_ws(' ', detail, %s) AS detail FROM (%s) AS settled"
                                .formatted(NOTICE, plea("PleaAgreed", "agreedAt"))),
                Arguments.of(
                        "RESOLVED",
                        "SELECT engagement, at, concat_ws(' ', %s) AS detail FROM resolved AS settled"
                                .formatted(NOTICE)),
                Arguments.of("WITHDRAWN", recorded("Withdrawn")),
                Arguments.of(
                        "OUTCOME",
                        """
                        SELECT engagement, concat_ws(':', result, code) AS detail,
                               CASE WHEN result IN ('VACATED', 'DISCONTINUED', 'OUT_OF_COURT_DISPOSAL')
                                    THEN at ELSE hearing::timestamp END AS at
                        FROM ended
                        """),
                Arguments.of("CONTRADICTION", CONTRADICTED));
    }

    private static final String CONTRADICTED =
            """
            SELECT outcome.engagement, hearing::timestamp AS at,
                   CASE WHEN code NOT IN ('A', 'C', 'E') THEN 'NO_REJECTION_ON_THIS_LEDGER'
                        WHEN (SELECT count(*) FROM charge
                              WHERE charge.engagement = outcome.engagement AND charge.sequence < outcome.sequence) > 1
                        THEN 'PERHAPS_OFFERED_EARLIER'
                        ELSE 'OFFERED_EARLIER' END AS detail
            FROM (SELECT engagement, sequence, hearing, code,
                         CASE WHEN code IN ('A', 'B') THEN '{GUILTY,GUILTY_ON_A_BASIS}'::text[]
                              WHEN code IN ('C', 'D')
                              THEN '{GUILTY_TO_A_LESSER_OFFENCE,GUILTY_TO_AN_ALTERNATIVE_OFFENCE}'::text[]
                              ELSE '{BIND_OVER}'::text[] END AS fitting
                  FROM ended WHERE result = 'CRACKED') AS outcome
            WHERE code IN ('A', 'C', 'E') AND EXISTS (
                    SELECT FROM offer WHERE offer.engagement = outcome.engagement AND offered = ANY (fitting)
                                        AND offer.at::date < hearing)
               OR code IN ('B', 'D', 'F') AND NOT EXISTS (
                    SELECT FROM offer JOIN standing USING (engagement)
                    WHERE offer.engagement = outcome.engagement AND offered = ANY (fitting)
                      AND name = 'engagement.PleaRejected' AND payload ->> 'plea' = offer.plea)
            """;

    private static String slot(String event, String at, String detail) {
        return """
        SELECT engagement, %s AS at,
               concat_ws(' ', payload #>> '%s', (payload #>> '{slot,start}')::timestamptz AT TIME ZONE 'Europe/London') AS detail
        FROM standing WHERE name = 'engagement.%s'
        """
                .formatted(at, detail, event);
    }

    private static String recorded(String event) {
        return "SELECT engagement, recorded_in_london AS at, NULL AS detail FROM standing WHERE name = 'engagement.%s'"
                .formatted(event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void eachKindIsAsTheEventsSay(String kind, String figure) {
        List<Count> counted = counts(sql().sql(STANDING + ", counted AS (" + figure + COUNT));

        assertThat(counted).as("the pilot has some").isNotEmpty();
        assertThat(projected(kind)).containsExactlyElementsOf(counted);
    }

    @Test
    void eachKindIsHeldAgainstTheEvents() {
        assertThat(kinds().map(it -> it.get()[0].toString()))
                .containsExactlyInAnyOrder(
                        Stream.of(Kind.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void exactlyOneCodeIsContradicted() {
        assertThat(
                        sql().sql(
                                        """
                                        SELECT outcome.payload ->> 'code' || ' ' || (offer.payload ->> 'offered') FROM query.evaluated_fact AS it
                                        JOIN ledger.history AS outcome
                                             ON outcome.aggregate_id = engagement_id AND outcome.sequence = it.sequence
                                        JOIN ledger.history AS offer
                                             ON offer.aggregate_id = engagement_id AND offer.sequence = other_sequence
                                        WHERE kind = 'CONTRADICTION' AND
                                        """
                                                + Projection.live(EvaluationProjection.NAME))
                                .query(String.class)
                                .list())
                .containsExactly("A GUILTY");
    }

    /** Whose each case is now, and for which day its hearing is listed. */
    @Test
    void eachCaseIsAsItStandsNow() {
        List<Count> counted =
                counts(
                        sql().sql(
                                        STANDING
                                                + """
                                                SELECT concat_ws(' ', engagement, court, stage, coalesce((
                                                           SELECT payload #>> '{requester,firm}' FROM standing AS it
                                                           WHERE it.engagement = request.engagement AND name IN (
                                                               'engagement.Submitted', 'engagement.RepresentationTransferred')
                                                           ORDER BY sequence DESC LIMIT 1), 'IN_PERSON'), (
                                                           SELECT coalesce(payload ->> 'newDate', payload ->> 'hearingDate')
                                                           FROM standing AS it
                                                           WHERE it.engagement = request.engagement
                                                             AND (name = 'engagement.Submitted' OR payload ->> 'newDate' IS NOT NULL)
                                                           ORDER BY sequence DESC LIMIT 1)) AS key, 1 AS count
                                                FROM request ORDER BY key
                                                """));

        assertThat(
                        counts(
                                sql().sql(
                                                """
                                                SELECT concat_ws(' ', engagement_id, court, stage, coalesce(firm, 'IN_PERSON'),
                                                                 hearing_date) AS key,
                                                       CASE WHEN in_person = (firm IS NULL) THEN 1 END AS count
                                                FROM query.evaluated WHERE
                                                """
                                                        + Projection.live(EvaluationProjection.NAME)
                                                        + " ORDER BY key")))
                .containsExactlyElementsOf(counted)
                .anyMatch(it -> it.key().contains("IN_PERSON"));
    }

    @Test
    void eachFactSaysOfWhichEventItIs() {
        assertThat(
                        sql().sql(
                                        """
                                        SELECT count(*) FROM query.evaluated_fact AS it
                                        LEFT JOIN ledger.history AS event
                                             ON aggregate_id = engagement_id AND event.sequence = it.sequence
                                                AND recorded_in_london::date = recorded_day
                                        LEFT JOIN query.evaluated AS case_now USING (side, engagement_id, court, stage, submitted_at)
                                        WHERE (event_id IS NULL OR case_now.version IS NULL) AND
                                        """
                                                + Projection.live(EvaluationProjection.NAME))
                                .query(Long.class)
                                .single())
                .isZero();
    }

    /** In one batch instead of event by event. */
    @Test
    void madeAgainItIsTheSame() throws InterruptedException {
        Projections projections = service.getBean(Projections.class);

        assertThat(projections.rebuild(EvaluationProjection.NAME)).isTrue();

        assertThat(Projections.await(() -> rebuilt() != null, Duration.ofSeconds(60))).isTrue();
        assertThat(rebuilt()).isTrue();
    }

    private static @Nullable Boolean rebuilt() {
        return service.getBean(Projections.class).states().stream()
                .filter(state -> state.name().equals(EvaluationProjection.NAME))
                .map(Projections.State::lastRebuildSame)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
