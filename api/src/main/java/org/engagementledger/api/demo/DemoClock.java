package org.engagementledger.api.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time of a demonstration: it begins on 2 November 2020, runs as the true time does, and can be
 * moved forward. Each move is on record in the ledger, and holds after a restart.
 */
final class DemoClock extends Clock {

    /** Three days before the pilot's first surgeries, at 9:00 in London. */
    static final Instant BEGIN = Instant.parse("2020-11-02T09:00:00Z");

    private final JdbcClient database;
    private final Clock trueClock;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

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
        return trueClock.instant().plus(offset.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Moves the clock forward.
     *
     * @return false if that would turn it back: what is recorded later is never dated earlier
     */
    synchronized boolean moveTo(Instant time) {
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
