package org.engagementledger.command.policy;

/**
 * Is carried out for a key at the time that {@link DueTasks} was given, by the ledger's clock. Any
 * instance of the service may do it, one at a time for each key.
 */
public interface DueTask {

    /** Its name, for operators and for ever; no two tasks share one. */
    String name();

    /**
     * Does what was to be done. It is in no transaction. If it fails it is done again, with a
     * growing pause; also if the service ends before it is on record that it was done: so it must
     * be harmless twice.
     *
     * @param key for what, such as an engagement's id
     */
    void run(String key);
}
