package org.engagementledger.command.policy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries tasks out as they fall due, side by side with the other instances of the service. {@code
 * ledger.tasks-every} says how often it looks for them.
 */
@Component
final class TaskRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    /** How many tasks one instance is at. */
    private static final int THREADS = 4;

    /** So many at a time are taken as there are threads for, and none before half are free. */
    private static final double HALF = 0.5;

    /** A task whose instance hasn't said for four of these that it is at it is given to another. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** So long a task that is being carried out may go on when the service is to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What only another version of the service knows waits for it. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    /** The key of a task that isn't carried out for anything in particular. */
    private static final String RECURRING = "recurring";

    private final List<DueTask> due;
    private final List<RecurringTask> recurring;
    private final TaskTable table;
    private final DataSource database;
    private final Clock clock;
    private final Duration pause;
    private @Nullable Scheduler scheduler;

    @Autowired
    TaskRunner(
            ObjectProvider<DueTask> due,
            ObjectProvider<RecurringTask> recurring,
            TaskTable table,
            DataSource database,
            Clock clock,
            @Value("${ledger.tasks-every:1s}") Duration pause) {
        this(due.stream().toList(), recurring.stream().toList(), table, database, clock, pause);
    }

    TaskRunner(
            List<DueTask> due,
            List<RecurringTask> recurring,
            TaskTable table,
            DataSource database,
            Clock clock,
            Duration pause) {
        this.due = due;
        this.recurring = recurring;
        this.table = table;
        this.database = database;
        this.clock = clock;
        this.pause = pause;
        List<String> names =
                Stream.concat(
                                due.stream().map(DueTask::name),
                                recurring.stream().map(RecurringTask::name))
                        .toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("Two tasks share a name: " + names);
        }
    }

    @Override
    public synchronized void start() {
        for (RecurringTask task : recurring) {
            Instant now = clock.instant();
            table.putNoLater(
                    task.name(),
                    RECURRING,
                    task.alsoAtStart() ? now : task.recurrence().after(now));
        }
        List<Task<?>> tasks = new ArrayList<>();
        due.forEach(
                task ->
                        tasks.add(
                                task(
                                        task.name(),
                                        task::run,
                                        done ->
                                                table.done(
                                                        done.getExecution(), done.getTimeDone()))));
        recurring.forEach(
                task ->
                        tasks.add(
                                task(
                                        task.name(),
                                        key -> task.run(),
                                        done ->
                                                table.doneUntil(
                                                        done.getExecution(),
                                                        done.getTimeDone(),
                                                        task.recurrence()
                                                                .after(done.getTimeDone())))));
        Scheduler built =
                Scheduler.create(database, tasks)
                        .tableName(TaskTable.NAME)
                        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                        .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                        .clock(clock::instant)
                        .serializer(new NoData())
                        .threads(THREADS)
                        .pollUsingLockAndFetch(HALF, 1)
                        .pollingInterval(pause)
                        .heartbeatInterval(HEARTBEAT)
                        .deleteUnresolvedAfter(FOR_EVER)
                        .shutdownMaxWait(PATIENCE)
                        .failureLogging(LogLevel.OFF, false)
                        .build();
        built.start();
        scheduler = built;
    }

    private Task<Void> task(
            String name, Consumer<String> action, Consumer<ExecutionComplete> done) {
        CompletionHandler<Void> completion = (complete, operations) -> done.accept(complete);
        return Tasks.custom(name, Void.class)
                .onFailure((complete, operations) -> failed(complete))
                .onDeadExecution(
                        (complete, operations) ->
                                table.abandoned(complete.getExecution(), complete.getTimeDone()))
                .execute(
                        (instance, context) -> {
                            action.accept(instance.getId());
                            return completion;
                        });
    }

    private void failed(ExecutionComplete complete) {
        Execution taken = complete.getExecution();
        Duration rest = Pause.after(taken.consecutiveFailures, FIRST_PAUSE, LONGEST_PAUSE);
        LOG.error(
                "The task {} fails for {}; it is tried again in {} s: {}",
                taken.getTaskName(),
                taken.getId(),
                rest.toSeconds(),
                complete.getCause().map(Failure::of).orElse("unknown"));
        table.failed(taken, complete.getTimeDone(), complete.getTimeDone().plus(rest));
    }

    /** Tasks are told by their keys. */
    private static final class NoData implements Serializer {

        @Override
        public byte @Nullable [] serialize(@Nullable Object data) {
            if (data != null) {
                throw new IllegalArgumentException("A task has no data");
            }
            return null;
        }

        @Override
        public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
            return null;
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** When all else has started; it ends before all else. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
