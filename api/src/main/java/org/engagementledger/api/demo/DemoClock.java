package org.engagementledger.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time of a demonstration: it begins on 2 November 2020, runs as the true time does, and can be
 * moved forward. Each move is on record in the ledger, and holds after a restart.
 *
 * <p>While the pilot is played the clock is held: it stands still at one instant after the other.
 */
public final class DemoClock extends Clock {

    /** Three days before the pilot's first surgeries, at 9:00 in London. */
    public static final Instant BEGIN = Instant.parse("2020-11-02T09:00:00Z");

    private final JdbcClient database;
    private final Clock trueClock;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** Where the clock stands still; null while it runs. */
    private volatile @Nullable Instant held;

    DemoClock(JdbcClient database, Clock trueClock) {
        this.database = database;
        this.trueClock = trueClock;
        database.sql("SELECT offset_ms FROM ledger.demo_clock ORDER BY id DESC LIMIT 1")
                .query(Long.class)
                .optional()
                .ifPresentOrElse(last -> offset.set(Duration.ofMillis(last)), () -> set(BEGIN));
    }

    @Override
    public Instant instant() {
        Instant standing = held;
        return standing != null
                ? standing
                : trueClock.instant().plus(offset.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Holds the clock at this instant until it is held at another or moved; nothing of it is on
     * record. For a ledger in which nothing has been recorded later.
     */
    public synchronized void holdAt(Instant time) {
        held = time;
    }

    /**
     * Moves the clock forward, from where it runs on.
     *
     * @return false if that would turn it back: what is recorded later is never dated earlier
     */
    public synchronized boolean moveTo(Instant time) {
        if (time.isBefore(instant())) {
            return false;
        }
        set(time);
        return true;
    }

    private void set(Instant time) {
        Instant now = trueClock.instant();
        Duration ahead = Duration.between(now, time);
        database.sql("INSERT INTO ledger.demo_clock (moved_at, offset_ms) VALUES (?, ?)")
                .params(now.toEpochMilli(), ahead.toMillis())
                .update();
        offset.set(ahead);
        held = null;
    }

    /** Whether the clock was ever moved to exactly this time. */
    public boolean wasMovedTo(Instant time) {
        return database.sql(
                        "SELECT EXISTS (SELECT FROM ledger.demo_clock WHERE moved_at + offset_ms = ?)")
                .param(time.toEpochMilli())
                .query(Boolean.class)
                .single();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException(
                "The ledger's time is an instant; zones are the domain's");
    }
}
