package org.engagementledger.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.query.projection.Sides.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StopWatch;

/** Runs all projections as long as the service runs; waits for them, and has them made again. */
@Component
public final class Projections implements SmartLifecycle {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(80);
    private static final int ATTEMPTS = 10;

    private final List<Projection> projections;
    private final Feed feed;
    private final Numbering numbering;
    private final Sides sides;
    private final TransactionTemplate transactions;
    private final List<Follower> followers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Projections(
            List<Projection> projections,
            Feed feed,
            Numbering numbering,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.projections =
                projections.stream().sorted(Comparator.comparing(Projection::name)).toList();
        this.feed = feed;
        this.numbering = numbering;
        this.sides = new Sides(database);
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * How a projection stands.
     *
     * @param name its name
     * @param position the last position of the feed that is in what is read
     * @param head the last position of the feed
     * @param rebuild how far it has been made again; null if it isn't being
     * @param lastRebuild when it was last made again; null if it never was
     * @param lastRebuildSame whether that came to the same rows as were read before; null if it
     *     wasn't compared
     * @param failure what stops it on this instance; null if nothing does
     */
    public record State(
            String name,
            long position,
            long head,
            @Nullable Long rebuild,
            @Nullable Instant lastRebuild,
            @Nullable Boolean lastRebuildSame,
            @Nullable String failure) {}

    /** How all of them stand, by name. */
    public List<State> states() {
        long head = feed.head();
        return projections.stream().map(projection -> state(projection, head)).toList();
    }

    private State state(Projection projection, long head) {
        List<Side> both = sides.of(projection.name());
        Side live = both.stream().filter(Side::live).findFirst().orElseThrow();
        Sides.Rebuilt last = sides.lastRebuild(projection.name()).orElse(null);
        return new State(
                projection.name(),
                live.position(),
                head,
                both.stream()
                        .filter(side -> side.active() && !side.live())
                        .map(Side::position)
                        .findFirst()
                        .orElse(null),
                last == null ? null : last.at(),
                last == null ? null : last.same(),
                followers.stream()
                        .filter(follower -> follower.isOf(projection.name()))
                        .map(Follower::failure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    /** Whether there is a projection of this name. */
    public boolean knows(String name) {
        return projections.stream().anyMatch(projection -> projection.name().equals(name));
    }

    /**
     * Begins to make a projection again, beside what is read.
     *
     * @return false if that is already under way
     * @throws PessimisticLockingFailureException if somebody has been reading for long, so that
     *     there is no place to make it
     */
    public boolean rebuild(String name) {
        Projection projection =
                projections.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        for (int attempt = 1; ; attempt++) {
            try {
                boolean begun =
                        Boolean.TRUE.equals(
                                transactions.execute(status -> sides.begin(projection)));
                followers.stream().filter(follower -> follower.isOf(name)).forEach(Follower::nudge);
                return begun;
            } catch (PessimisticLockingFailureException reading) {
                if (attempt == ATTEMPTS) {
                    throw reading;
                }
            }
        }
    }

    /** The names of all. */
    public String[] names() {
        return projections.stream().map(Projection::name).toArray(String[]::new);
    }

    /**
     * Waits until what is read of all projections has come so far.
     *
     * @return whether it has
     */
    public boolean await(long position, Duration patience) throws InterruptedException {
        return await(() -> haveReached(position), patience);
    }

    /**
     * Waits until something is so. Looks often at first, for most waits are short, and then less
     * and less.
     *
     * @param patience how long at most
     * @return whether it is
     */
    public static boolean await(BooleanSupplier reached, Duration patience)
            throws InterruptedException {
        StopWatch watch = new StopWatch();
        Duration pause = FIRST_PAUSE;
        watch.start();
        while (!reached.getAsBoolean()) {
            watch.stop();
            if (watch.getTotalTimeMillis() >= patience.toMillis()) {
                return false;
            }
            watch.start();
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
        return true;
    }

    private boolean haveReached(long position) {
        return sides.slowest(names()) >= position;
    }

    @Override
    public void start() {
        for (Projection projection : projections) {
            sides.open(projection);
        }
        Stream.of(0, 1)
                .flatMap(
                        side ->
                                projections.stream()
                                        .map(
                                                projection ->
                                                        new Follower(
                                                                projection,
                                                                side,
                                                                feed,
                                                                numbering,
                                                                sides,
                                                                transactions)))
                .forEach(followers::add);
        followers.forEach(
                follower ->
                        threads.add(
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("projection-" + follower)
                                        .start(follower)));
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        followers.clear();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }

    /** After the sequencer, which they follow; they end before it. */
    @Override
    public int getPhase() {
        return 1;
    }
}
