package org.engagementledger.command.policy;

/**
 * Is carried out again and again, by the ledger's clock, on one instance of the service at a time.
 */
public interface RecurringTask {

    /** Its name, for operators and for ever; no two tasks share one. */
    String name();

    /** When it is carried out. */
    Recurrence recurrence();

    /** Whether it is also carried out whenever an instance of the service starts. */
    default boolean alsoAtStart() {
        return false;
    }

    /**
     * Does what was to be done. It is in no transaction. If it fails it is done again, with a
     * growing pause; it must be harmless twice.
     */
    void run();
}
