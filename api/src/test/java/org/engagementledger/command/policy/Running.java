package org.engagementledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.demo.DemoClock;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.command.Answer;
import org.engagementledger.command.Commands;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.ledger.names.LogicalNames;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.query.projection.Projections;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that runs, and instances of policies and tasks beside its own. */
record Running(ConfigurableApplicationContext service) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** How often tasks are looked for. */
    static final Duration LOOKING = Duration.ofMillis(100);

    private static final String BEXLEY = "B01BH00";

    static Running start(Path directory) {
        Accounts.giveTo(directory.resolve("home"));
        Running running =
                new Running(
                        new SpringApplicationBuilder(EngagementLedger.class)
                                .run(
                                        "--spring.profiles.active=demo",
                                        "--server.port=0",
                                        "--ledger.home=" + directory.resolve("home")));
        await(running::isNumbered);
        return running;
    }

    /** Whether all that is stored, such as the programme's sessions, is in the feed. */
    boolean isNumbered() {
        return database()
                .sql(
                        "SELECT (SELECT count(*) FROM ledger.event) = (SELECT count(*) FROM ledger.feed)")
                .query(Boolean.class)
                .single();
    }

    DemoClock clock() {
        return service.getBean(DemoClock.class);
    }

    JdbcClient database() {
        return service.getBean(JdbcClient.class);
    }

    Commands commands() {
        return service.getBean(Commands.class);
    }

    DueTasks tasks() {
        return service.getBean(DueTasks.class);
    }

    TransactionTemplate transactions() {
        return new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
    }

    /** One more instance of these policies. */
    Policies instance(Policy... policies) {
        return impatient(PolicyFollower.ATTEMPTS, policies);
    }

    /**
     * The same, with less patience.
     *
     * @param attempts after how many an event is parked
     */
    Policies impatient(int attempts, Policy... policies) {
        return new Policies(
                List.of(policies),
                service.getBean(LogicalNames.class),
                service.getBean(Feed.class),
                service.getBean(Numbering.class),
                database(),
                service.getBean(PlatformTransactionManager.class),
                clock(),
                attempts);
    }

    /** One more instance of these tasks. */
    TaskRunner runner(List<DueTask> due, List<RecurringTask> recurring) {
        return new TaskRunner(
                due,
                recurring,
                service.getBean(TaskTable.class),
                service.getBean(DataSource.class),
                clock(),
                LOOKING);
    }

    /** Schedules a session that is none of the programme's; one for each number. */
    SurgeryId schedule(int number) {
        return schedule(
                number, new Provenance(new Actor("programme", Role.SYSTEM, null), "test", null));
    }

    SurgeryId schedule(int number, Provenance provenance) {
        Schedule command = session(number);
        assertThat(commands().send(command, provenance)).isInstanceOf(Answer.Accepted.class);
        return command.surgery();
    }

    static Schedule session(int number) {
        Instant start = Instant.parse("2021-02-01T10:00:00Z").plus(Duration.ofDays(number));
        return new Schedule(
                SurgeryId.of(BEXLEY, start),
                BEXLEY,
                start,
                start.plus(Duration.ofHours(1)),
                Duration.ofMinutes(20),
                List.of(),
                null,
                null);
    }

    static void await(BooleanSupplier reached) {
        try {
            assertThat(Projections.await(reached, PATIENCE)).isTrue();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
