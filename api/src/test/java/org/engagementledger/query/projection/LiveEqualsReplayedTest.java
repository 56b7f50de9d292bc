package org.engagementledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.command.Conditions;
import org.engagementledger.command.programme.Rolling;
import org.engagementledger.domain.calendar.CalendarCommand.Open;
import org.engagementledger.domain.calendar.CalendarCommand.Revoke;
import org.engagementledger.domain.calendar.CalendarId;
import org.engagementledger.domain.calendar.CalendarKind;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.engagement.command.JoinWaitingList;
import org.engagementledger.domain.engagement.command.RelistHearing;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeCommand.EndProgramme;
import org.engagementledger.domain.programme.ProgrammeCommand.SetProgramme;
import org.engagementledger.domain.programme.ProgrammeId;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.provenance.Provenance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * On the played pilot: what came about event by event while it was played is what comes about when
 * it is made again, however the feed is cut into batches, and if it is told twice.
 */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveEqualsReplayedTest {

    private static final int OTHER = 1;

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
        openACalendar();
        setAProgramme();
        haveSomebodyWait();
        assertThat(service.getBean(Projections.class).await(allEvents(), Duration.ofSeconds(60)))
                .isTrue();
    }

    /** The pilot has none. */
    private static void openACalendar() {
        Provenance coordinator =
                new Provenance(new Actor("coordinator", Role.COORDINATOR, null), "test", null);
        for (String id : List.of("one", "another")) {
            CalendarId calendar = new CalendarId(id);
            Commands commands = service.getBean(Commands.class);
            commands.send(
                    new Open(calendar, CalendarKind.COURT, "B01CN00", "hash of " + id),
                    coordinator,
                    Conditions.NONE);
            commands.send(new Revoke(calendar), coordinator, Conditions.NONE);
        }
    }

    /** Nor this, nor sessions that change. */
    private static void setAProgramme() {
        Provenance coordinator =
                new Provenance(new Actor("coordinator", Role.COORDINATOR, null), "test", null);
        Commands commands = service.getBean(Commands.class);
        ProgrammeId programme = ProgrammeId.of("B01CN00");
        Pattern fridays =
                new Pattern(
                        "B01CN00",
                        DayOfWeek.FRIDAY,
                        LocalTime.of(15, 0),
                        LocalTime.of(16, 0),
                        20,
                        LocalDate.of(2020, 12, 4),
                        null,
                        4,
                        List.of(LocalDate.of(2020, 12, 25)));
        for (String link : List.of("https://meet.example/1", "https://meet.example/2")) {
            commands.send(
                    new SetProgramme(
                            programme,
                            fridays,
                            List.of(
                                    new Host(
                                            HostRole.LEAD,
                                            "prosecutor",
                                            Personal.known("host/prosecutor", "lead@cps.example"))),
                            link),
                    coordinator,
                    Conditions.NONE);
            service.getBean(Rolling.class).rollAll();
        }
        SurgeryId session = new SurgeryId("B01CN00-2020-12-04T1500");
        Personal<String> reason = Personal.known("surgery/" + session, "No room");
        for (SurgeryCommand command :
                List.of(
                        new Block(session, null, reason),
                        new Move(session, Instant.parse("2020-12-07T10:00:00Z"), Set.of()),
                        new Unblock(session, List.of(Instant.parse("2020-12-07T10:20:00Z"))),
                        new ChangeSession(session, List.of(), "", null))) {
            assertThat(commands.send(command, coordinator)).isInstanceOf(Answer.Accepted.class);
        }
        commands.send(
                new EndProgramme(programme, LocalDate.of(2021, 1, 1)),
                coordinator,
                Conditions.NONE);
    }

    /** At Bexley, which has no session to come: nothing is offered. */
    private static void haveSomebodyWait() {
        Provenance coordinator =
                new Provenance(new Actor("coordinator", Role.COORDINATOR, null), "test", null);
        Commands commands = service.getBean(Commands.class);
        List<String> submitted =
                service.getBean(JdbcClient.class)
                        .sql(
                                """
                                SELECT aggregate_id FROM ledger.event
                                WHERE name = 'engagement.Submitted' AND payload::jsonb ->> 'court' = 'B01BH00'
                                ORDER BY global_index
                                """)
                        .query(String.class)
                        .list();
        assertThat(submitted.stream().map(EngagementId::new))
                .anySatisfy(
                        id -> {
                            commands.send(
                                    new RelistHearing(id, LocalDate.of(2021, 3, 1), null),
                                    coordinator);
                            assertThat(
                                            commands.send(
                                                    new JoinWaitingList(id, null, null),
                                                    coordinator))
                                    .isInstanceOf(Answer.Accepted.class);
                        });
    }

    /** How many there are once the ledger writes no more of its own accord. */
    private static long allEvents() throws InterruptedException {
        long before = -1;
        long now = 0;
        while (before != now) {
            Thread.sleep(Duration.ofSeconds(1));
            before = now;
            now =
                    service.getBean(JdbcClient.class)
                            .sql("SELECT count(*) FROM ledger.event")
                            .query(Long.class)
                            .single();
        }
        return now;
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Projection> projections() {
        return service.getBeansOfType(Projection.class).values().stream();
    }

    @Test
    void thereAreProjections() {
        assertThat(projections())
                .extracting(Projection::name)
                .contains(
                        "calendars",
                        "engagements",
                        "evaluation",
                        "histories",
                        "programmes",
                        "schedule",
                        "strategy-progress");
    }

    @ParameterizedTest
    @MethodSource("projections")
    void inOneBatch(Projection projection) {
        assertThat(replayed(projection, Integer.MAX_VALUE, 1)).isEqualTo(live(projection));
    }

    @ParameterizedTest
    @MethodSource("projections")
    void inBatchesOfAnySize(Projection projection) {
        assertThat(replayed(projection, 3, 1)).isEqualTo(live(projection));
        assertThat(replayed(projection, 97, 1)).isEqualTo(live(projection));
    }

    @ParameterizedTest
    @MethodSource("projections")
    void toldTwice(Projection projection) {
        assertThat(replayed(projection, 500, 2)).isEqualTo(live(projection));
    }

    @ParameterizedTest
    @MethodSource("projections")
    void aRowThatIsntTheSameIsNoticed(Projection projection) {
        String whole = replayed(projection, Integer.MAX_VALUE, 1);
        String table = projection.tables().getFirst();
        assumeThat(whole).as("The pilot leaves nothing in it").doesNotContain(":0:0:0");
        service.getBean(JdbcClient.class)
                .sql(
                        "DELETE FROM %1$s WHERE side = 1 AND ctid = (SELECT min(ctid) FROM %1$s WHERE side = 1)"
                                .formatted(table))
                .update();
        assertThat(digest(projection, OTHER)).isNotEqualTo(whole);
    }

    private static String live(Projection projection) {
        return digest(projection, 0);
    }

    private static String digest(Projection projection, int side) {
        Sides sides = new Sides(service.getBean(JdbcClient.class));
        return Objects.requireNonNull(
                transactions().execute(status -> sides.digest(projection, side)));
    }

    private static TransactionTemplate transactions() {
        return new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    /** Makes the side again that nobody reads, from the whole feed. */
    private static String replayed(Projection projection, int batch, int times) {
        JdbcClient database = service.getBean(JdbcClient.class);
        projection.tables().forEach(table -> database.sql("TRUNCATE " + table + "_1").update());
        List<FeedEntry> feed = new ArrayList<>();
        for (FeedEntry entry : service.getBean(Feed.class).read(0, 1_000_000)) {
            if (projection.madeOf().stream()
                    .anyMatch(type -> type.isInstance(entry.event().payload()))) {
                feed.add(entry);
            }
        }
        int size = Math.min(batch, feed.size());
        transactions()
                .executeWithoutResult(
                        status -> {
                            for (int from = 0; from < feed.size(); from += size) {
                                List<FeedEntry> some =
                                        feed.subList(from, Math.min(from + size, feed.size()));
                                for (int time = 0; time < times; time++) {
                                    projection.project(some, OTHER);
                                }
                            }
                        });
        return digest(projection, OTHER);
    }
}
