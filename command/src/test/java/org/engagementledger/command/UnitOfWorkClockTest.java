package org.engagementledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

class UnitOfWorkClockTest {

    private final MovableClock trueClock = new MovableClock(Cases.NOW);
    private final UnitOfWorkClock clock = new UnitOfWorkClock(trueClock);

    @Test
    void oneUnitOfWorkHasOneTimeHoweverLongItTakes() {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        try {
            Instant begun = clock.instant();
            trueClock.move(Duration.ofHours(1));

            assertThat(begun).isEqualTo(Cases.NOW);
            assertThat(clock.instant()).isEqualTo(begun);
        } finally {
            work.rollback();
        }
    }

    @Test
    void aUnitInsideAnotherSharesItsTime() {
        UnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(null);
        try {
            Instant begun = clock.instant();
            trueClock.move(Duration.ofHours(1));
            UnitOfWork<?> inner = DefaultUnitOfWork.startAndGet(null);
            try {
                assertThat(clock.instant()).isEqualTo(begun);
            } finally {
                inner.rollback();
            }
        } finally {
            outer.rollback();
        }
    }

    @Test
    void theNextUnitOfWorkHasItsOwn() {
        DefaultUnitOfWork.startAndGet(null).execute(clock::instant);
        trueClock.move(Duration.ofHours(1));
        UnitOfWork<?> next = DefaultUnitOfWork.startAndGet(null);
        try {
            assertThat(clock.instant()).isEqualTo(Cases.NOW.plus(Duration.ofHours(1)));
        } finally {
            next.rollback();
        }
    }

    @Test
    void outsideOfOneItIsTheTrueTime() {
        trueClock.move(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(Cases.NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void timeIsInMillisecondsAsTheStoreKeepsIt() {
        trueClock.move(Duration.ofNanos(1_999_999));

        assertThat(clock.instant()).isEqualTo(Cases.NOW.plusMillis(1));
    }
}
