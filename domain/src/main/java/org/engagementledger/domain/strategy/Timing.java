package org.engagementledger.domain.strategy;

import org.jspecify.annotations.Nullable;

/** When the plan has an action done. */
public sealed interface Timing {

    /** By the end of this quarter. */
    record Due(Quarter quarter) implements Timing {}

    /** The plan doesn't say. It is never overdue, and no date is ever guessed. */
    record Undated() implements Timing {}

    /** Due in this quarter; undated if there is none. */
    static Timing of(@Nullable Quarter due) {
        return due == null ? new Undated() : new Due(due);
    }
}
