package org.engagementledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.engagementledger.command.policy.Running.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.engagementledger.domain.casework.LondonTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks are carried out by the demonstration's clock, which only this test moves. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DueTasksTest {

    @TempDir static Path directory;

    private static Running service;

    @BeforeAll
    static void start() {
        service = Running.start(directory);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Remembers for what it was carried out. */
    private record Remembering(String name, List<String> keys, Consumer<String> more)
            implements DueTask {

        Remembering(String name, Consumer<String> more) {
            this(name, new CopyOnWriteArrayList<>(), more);
        }

        Remembering(String name) {
            this(name, key -> {});
        }

        @Override
        public void run(String key) {
            more.accept(key);
            keys.add(key);
        }
    }

    private static TaskRunner runner(DueTask... tasks) {
        TaskRunner runner = service.runner(List.of(tasks), List.of());
        runner.start();
        return runner;
    }

    private static Instant now() {
        return service.clock().instant();
    }

    private static int waiting(String task) {
        return service.database()
                .sql("SELECT count(*) FROM working.scheduled_task WHERE task_name = ?")
                .param(task)
                .query(Integer.class)
                .single();
    }

    private static void moveOn(Duration time) {
        assertThat(service.clock().moveTo(now().plus(time))).isTrue();
    }

    @Test
    void isCarriedOutOnceWhenItIsTime() throws InterruptedException {
        Remembering task = new Remembering("in-time");
        TaskRunner runner = runner(task);
        Instant due = now().plus(Duration.ofHours(2));
        service.tasks().at(due, "in-time", "a");
        service.tasks().at(due, "in-time", "a");
        Thread.sleep(Running.LOOKING.multipliedBy(5));
        assertThat(task.keys()).isEmpty();
        moveOn(Duration.ofHours(3));
        await(() -> waiting("in-time") == 0);
        runner.stop();
        assertThat(task.keys()).containsExactly("a");
    }

    @Test
    void isCarriedOutAtTheTimeThatItWasMovedTo() {
        Remembering task = new Remembering("moved");
        TaskRunner runner = runner(task);
        Instant due = now().plus(Duration.ofHours(10));
        service.tasks().at(due, "moved", "sooner");
        service.tasks().at(due, "moved", "later");
        service.tasks().at(due, "moved", "never");
        service.tasks().at(due.minus(Duration.ofHours(9)), "moved", "sooner");
        service.tasks().at(due.plus(Duration.ofHours(9)), "moved", "later");
        service.tasks().cancel("moved", "never");
        service.tasks().cancel("moved", "unknown");
        moveOn(Duration.ofHours(11));
        await(() -> waiting("moved") == 1);
        assertThat(task.keys()).containsExactly("sooner");
        moveOn(Duration.ofHours(11));
        await(() -> waiting("moved") == 0);
        runner.stop();
        assertThat(task.keys()).containsExactly("sooner", "later");
    }

    @Test
    void isThereIfTheTransactionIs() {
        DueTasks tasks = service.tasks();
        Instant due = now().plus(Duration.ofDays(1));
        service.transactions()
                .executeWithoutResult(
                        status -> {
                            tasks.at(due, "transaction", "a");
                            status.setRollbackOnly();
                        });
        assertThat(waiting("transaction")).isZero();
        service.transactions()
                .executeWithoutResult(
                        status -> {
                            tasks.at(due, "transaction", "a");
                            tasks.at(due, "transaction", "a");
                            tasks.at(due.plusSeconds(1), "transaction", "a");
                            tasks.at(due, "transaction", "b");
                        });
        assertThat(waiting("transaction")).isEqualTo(2);
        service.transactions().executeWithoutResult(status -> tasks.cancel("transaction", "a"));
        assertThat(waiting("transaction")).isOne();
    }

    @Test
    void ofTwoInstancesEachCarriesOutSomeAndNoneTwice() {
        Consumer<String> slowly = key -> sleep(100);
        List<String> keys = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
        keys.forEach(key -> service.tasks().at(now(), "shared", key));
        Remembering here = new Remembering("shared", slowly);
        Remembering there = new Remembering("shared", slowly);
        TaskRunner one = runner(here);
        TaskRunner other = runner(there);
        await(() -> !here.keys().isEmpty() && !there.keys().isEmpty());
        one.stop();
        int stopped = here.keys().size();
        await(() -> waiting("shared") == 0);
        other.stop();
        assertThat(here.keys()).hasSize(stopped).doesNotContainAnyElementsOf(there.keys());
        assertThat(here.keys().size() + there.keys().size()).isEqualTo(60);
    }

    @Test
    void isTakenFromAnInstanceThatDied() {
        Remembering task = new Remembering("abandoned");
        service.tasks().at(now(), "abandoned", "a");
        service.database()
                .sql(
                        """
                        UPDATE working.scheduled_task
                        SET picked = true, picked_by = 'gone', version = 2, last_heartbeat = execution_time - interval '1 minute'
                        WHERE task_name = 'abandoned'
                        """)
                .update();
        TaskRunner runner = runner(task);
        await(() -> waiting("abandoned") == 0);
        runner.stop();
        assertThat(task.keys()).containsExactly("a");
    }

    @Test
    void isDoneAgainUntilItSucceeds() {
        List<Instant> attempts = new CopyOnWriteArrayList<>();
        Remembering task =
                new Remembering(
                        "failing",
                        key -> {
                            attempts.add(now());
                            if (attempts.size() <= 2) {
                                throw new IllegalStateException("Jane Doe");
                            }
                        });
        Remembering well = new Remembering("well");
        TaskRunner runner = runner(task, well);
        service.tasks().at(now(), "failing", "a");
        await(() -> failures("failing") == 1);
        service.tasks().at(now(), "well", "b");
        await(() -> waiting("well") == 0);
        moveOn(Duration.ofMillis(1_900));
        await(() -> failures("failing") == 2);
        moveOn(Duration.ofMillis(3_900));
        await(() -> waiting("failing") == 0);
        runner.stop();
        assertThat(attempts).hasSize(3);
        assertThat(attempts.get(1)).isAfter(attempts.get(0).plusSeconds(2));
        assertThat(attempts.get(2)).isAfter(attempts.get(1).plusSeconds(4));
        assertThat(task.keys()).containsExactly("a");
    }

    private static int failures(String task) {
        return service.database()
                .sql(
                        "SELECT coalesce(max(consecutive_failures), 0) FROM working.scheduled_task WHERE task_name = ?")
                .param(task)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatIsMovedWhileItIsBeingDoneIsDoneAgain() {
        AtomicInteger times = new AtomicInteger();
        Remembering task =
                new Remembering(
                        "again",
                        key -> {
                            if (times.incrementAndGet() == 1) {
                                service.tasks().at(now().plusMillis(10), "again", key);
                            }
                        });
        TaskRunner runner = runner(task);
        service.tasks().at(now(), "again", "a");
        await(() -> times.get() == 2 && waiting("again") == 0);
        runner.stop();
        assertThat(task.keys()).containsExactly("a", "a");
    }

    @Test
    void whatNobodyKnowsWaits() throws InterruptedException {
        service.tasks().at(now(), "of-another-version", "a");
        TaskRunner runner = runner(new Remembering("known"));
        Thread.sleep(Running.LOOKING.multipliedBy(5));
        runner.stop();
        assertThat(waiting("of-another-version")).isOne();
        service.tasks().cancel("of-another-version", "a");
    }

    private record Recurring(
            String name, Recurrence recurrence, boolean alsoAtStart, List<Instant> times)
            implements RecurringTask {
        @Override
        public void run() {
            times.add(now());
        }
    }

    @Test
    void recursEveryDayAtItsTimeInLondon() {
        Recurring task =
                new Recurring(
                        "daily",
                        Recurrence.dailyAt(LocalTime.of(0, 10)),
                        false,
                        new CopyOnWriteArrayList<>());
        TaskRunner one = service.runner(List.of(), List.of(task));
        TaskRunner other = service.runner(List.of(), List.of(task));
        one.start();
        other.start();
        for (int night = 1; night <= 2; night++) {
            Instant next =
                    LondonTime.dateOf(now())
                            .plusDays(1)
                            .atTime(0, 9, 59)
                            .atZone(LondonTime.ZONE)
                            .toInstant();
            assertThat(service.clock().moveTo(next)).isTrue();
            int times = night;
            await(() -> task.times().size() == times);
            assertThat(task.times().getLast()).isAfter(next.plusMillis(999));
        }
        one.stop();
        other.stop();
        assertThat(task.times()).hasSize(2);
    }

    @Test
    void recursAtStartAndAfterAPause() {
        Recurring task =
                new Recurring(
                        "often",
                        Recurrence.every(Duration.ofHours(1)),
                        true,
                        new CopyOnWriteArrayList<>());
        TaskRunner first = service.runner(List.of(), List.of(task));
        first.start();
        await(() -> task.times().size() == 1);
        moveOn(Duration.ofMinutes(61));
        await(() -> task.times().size() == 2);
        first.stop();
        TaskRunner second = service.runner(List.of(), List.of(task));
        second.start();
        await(() -> task.times().size() == 3);
        second.stop();
    }

    @Test
    void noTwoShareAName() {
        assertThatThrownBy(() -> runner(new Remembering("same"), new Remembering("same")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
