package org.engagementledger.api.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.demo.DemoClock;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.command.Commands;
import org.engagementledger.query.projection.Projections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Thousands of bookings, moves, cancellations, blocks, offers and expiries on the real database,
 * with all policies and tasks at work: whatever happens, no slot has two engagements, nothing is
 * off the grid, what was released can be booked, and the schedule is what it would be if it were
 * made again.
 *
 * <p>{@code -Dwalk.steps=50000} goes on longer, {@code -Dwalk.seed=7} elsewhere.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SurgeryWalkTest {

    private static final long SEED = Long.getLong("walk.seed", 2020);
    private static final int STEPS = Integer.getInteger("walk.steps", 4_000);
    private static final int LOOK = 25;

    @TempDir static Path directory;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        Accounts.giveTo(directory.resolve("home"));
        service =
                new SpringApplicationBuilder(EngagementLedger.class)
                        .run(
                                "--spring.profiles.active=demo",
                                "--server.port=0",
                                "--ledger.programme.until=2021-12-31",
                                "--ledger.home=" + directory.resolve("home"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void nothingGoesWrongInThousandsOfSteps() throws InterruptedException {
        Picture picture = new Picture(service.getBean(JdbcClient.class));
        Walk walk =
                new Walk(
                        service.getBean(Commands.class),
                        service.getBean(DemoClock.class),
                        picture,
                        SEED);
        for (int step = 0; step < STEPS; step++) {
            picture.readOn();
            assertThat(picture.wrong()).as("after %d steps of seed %d", step, SEED).isEmpty();
            walk.step();
            if (step % LOOK == 0) {
                picture.readOn();
                assertThat(walk.refusedThoughFree()).isEmpty();
            }
        }
        picture.readOn();
        assertThat(picture.wrong()).isEmpty();
        assertThat(picture.counts())
                .containsKeys(
                        "engagement.SlotOffered",
                        "engagement.SlotOfferDeclined",
                        "engagement.SlotOfferExpired",
                        "engagement.SlotOfferWithdrawn",
                        "surgery.SessionMoved",
                        "surgery.SlotsBlocked",
                        "surgery.SlotsUnblocked");
        makeAllAgain();
        System.out.printf(
                "Seed %d, %d steps: accepted %s, refused %s, events %s%n",
                SEED, STEPS, walk.accepted(), walk.refused(), picture.counts());
    }

    /** What is read is what comes about when it is made again. */
    private static void makeAllAgain() throws InterruptedException {
        Projections projections = service.getBean(Projections.class);
        for (String name : projections.names()) {
            assertThat(projections.rebuild(name)).as(name).isTrue();
        }
        assertThat(
                        Projections.await(
                                () ->
                                        projections.states().stream()
                                                .allMatch(it -> it.lastRebuildSame() != null),
                                Duration.ofMinutes(1)))
                .isTrue();
        assertThat(projections.states())
                .allSatisfy(it -> assertThat(it.lastRebuildSame()).as(it.name()).isTrue());
    }
}
