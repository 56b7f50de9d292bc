package org.engagementledger.command.policy;

import java.time.Duration;

/** How long one waits before one tries again: twice as long each time, up to a limit. */
final class Pause {

    private static final int MOST_DOUBLINGS = 20;

    private Pause() {}

    /**
     * @param failures how often it was tried again already
     */
    static Duration after(int failures, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
