package org.engagementledger.api.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A time that passes only when a test says so. */
public final class HandMovedTime implements TimeMeter {

    private final AtomicLong nanos = new AtomicLong();

    /** Lets time pass. */
    public void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long currentTimeNanos() {
        return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
