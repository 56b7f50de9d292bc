package org.engagementledger.command;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * One unit of work has one time: what a rule is judged on is what its events are recorded at. In
 * milliseconds, as the store keeps it.
 */
final class UnitOfWorkClock extends Clock {

    private static final String TIME = UnitOfWorkClock.class.getName();

    private final Clock clock;

    UnitOfWorkClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return CurrentUnitOfWork.map(
                        unit -> unit.root().<Instant>getOrComputeResource(TIME, key -> read()))
                .orElseGet(this::read);
    }

    private Instant read() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new UnitOfWorkClock(clock.withZone(zone));
    }
}
