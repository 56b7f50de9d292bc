package org.engagementledger.command.policy;

import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code working.scheduled_task}, where db-scheduler finds what is due. It is filled by our own
 * statements, which a transaction survives whatever is there already; and how a task went is said
 * by our own, which leave alone what was changed in the meantime.
 */
@Component
final class TaskTable {

    static final String NAME = "working.scheduled_task";

    private static final String PUT =
            """
            INSERT INTO working.scheduled_task AS task (task_name, task_instance, execution_time, picked, version)
            VALUES (?, ?, ?, false, 1)
            ON CONFLICT (task_name, task_instance) DO UPDATE
            SET execution_time = excluded.execution_time, consecutive_failures = 0
            WHERE task.execution_time <> excluded.execution_time
            """;

    private static final String PUT_NO_LATER =
            PUT.replace("task.execution_time <> excluded", "task.execution_time > excluded");

    private static final String REMOVE =
            "DELETE FROM working.scheduled_task WHERE task_name = ? AND task_instance = ?";

    /** Only whoever has taken it says how it went. */
    private static final String TAKEN =
            " WHERE task_name = :task AND task_instance = :key AND version = :version";

    private static final String DONE =
            "DELETE FROM working.scheduled_task" + TAKEN + " AND execution_time = :due";

    private static final String GIVE_BACK =
            """
            UPDATE working.scheduled_task
            SET picked = false, picked_by = NULL, last_heartbeat = NULL, version = version + 1,
                execution_time = CASE WHEN execution_time = :due THEN :next ELSE execution_time END
            """;

    private static final String SUCCEEDED = ", last_success = :now, consecutive_failures = 0";

    private static final String FAILED =
            ", last_failure = :now, consecutive_failures = coalesce(consecutive_failures, 0) + 1";

    private final JdbcClient database;

    TaskTable(JdbcClient database) {
        this.database = database;
    }

    void put(String task, String key, Instant due) {
        database.sql(PUT).params(task, key, sql(due)).update();
    }

    /** The same, unless it is to be done earlier anyway. */
    void putNoLater(String task, String key, Instant due) {
        database.sql(PUT_NO_LATER).params(task, key, sql(due)).update();
    }

    void remove(String task, String key) {
        database.sql(REMOVE).params(task, key).update();
    }

    /** It was done; if it was put to another time meanwhile, it is to be done again then. */
    void done(Execution taken, Instant now) {
        if (of(taken, DONE).update() == 0) {
            giveBack(taken, SUCCEEDED, now, taken.executionTime);
        }
    }

    /** It was done, and is to be done again. */
    void doneUntil(Execution taken, Instant now, Instant next) {
        giveBack(taken, SUCCEEDED, now, next);
    }

    void failed(Execution taken, Instant now, Instant next) {
        giveBack(taken, FAILED, now, next);
    }

    /** Whoever was at it has died. */
    void abandoned(Execution taken, Instant now) {
        giveBack(taken, FAILED, now, taken.executionTime);
    }

    private void giveBack(Execution taken, String outcome, Instant now, Instant next) {
        of(taken, GIVE_BACK + outcome + TAKEN)
                .param("now", sql(now))
                .param("next", sql(next))
                .update();
    }

    private JdbcClient.StatementSpec of(Execution taken, String statement) {
        return database.sql(statement)
                .param("task", taken.getTaskName())
                .param("key", taken.getId())
                .param("version", taken.version)
                .param("due", sql(taken.executionTime));
    }

    private static OffsetDateTime sql(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
