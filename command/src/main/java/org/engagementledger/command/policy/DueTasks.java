package org.engagementledger.command.policy;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is to be done at a time. Works in the transaction of whoever calls, if there is one. */
@Component
public final class DueTasks {

    private final TaskTable table;

    DueTasks(TaskTable table) {
        this.table = table;
    }

    /**
     * Has a task carried out for a key, once. The same again is harmless; at another time moves it.
     * While it is being carried out that one isn't called back: it is carried out again if the time
     * is another.
     *
     * @param due when, by the ledger's clock; at once if that has passed
     * @param task the {@link DueTask}'s name
     * @param key for what: an id, nothing personal
     */
    public void at(Instant due, String task, String key) {
        table.put(task, key, due);
    }

    /** Has it not carried out, unless that has begun. */
    public void cancel(String task, String key) {
        table.remove(task, key);
    }
}
