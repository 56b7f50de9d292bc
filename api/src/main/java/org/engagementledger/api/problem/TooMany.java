package org.engagementledger.api.problem;

import java.time.Duration;

/** One client asks for more at a time than it may have; others are served. */
public final class TooMany extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration after;

    /**
     * @param detail what there is too much of; never contains what the client sent
     * @param after when it may be worth asking again; a client is told whole seconds, rounded up
     */
    public TooMany(String detail, Duration after) {
        // It ends a request, and is no failure: nobody needs to know where it was thrown.
        super(detail, null, false, false);
        this.after = after;
    }

    Duration after() {
        return after;
    }
}
