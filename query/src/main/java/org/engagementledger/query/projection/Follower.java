package org.engagementledger.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.query.projection.Sides.Side;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets one side of one projection follow the feed. Every instance has one for each; whoever holds
 * the side's row is at it, and if that instance dies, the next goes on.
 */
final class Follower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** How many events one transaction takes in at most. */
    static final int BATCH = 5_000;

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Projection projection;
    private final int side;
    private final Feed feed;
    private final Numbering numbering;
    private final Sides sides;
    private final TransactionOperations transactions;
    private final Semaphore begun = new Semaphore(0);
    private volatile @Nullable String failure;

    Follower(
            Projection projection,
            int side,
            Feed feed,
            Numbering numbering,
            Sides sides,
            TransactionOperations transactions) {
        this.projection = projection;
        this.side = side;
        this.feed = feed;
        this.numbering = numbering;
        this.sides = sides;
        this.transactions = transactions;
    }

    boolean isOf(String name) {
        return projection.name().equals(name);
    }

    @Override
    public String toString() {
        return projection.name() + "-" + side;
    }

    /** What stops it, if something does, without anything personal; null if all is well. */
    @Nullable String failure() {
        return failure;
    }

    /** Says that its projection is to be made again. */
    void nudge() {
        begun.release();
    }

    /** Follows until it is interrupted. */
    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        long position = 0;
        boolean follows = true;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (follows) {
                    numbering.awaitAfter(position, PATIENCE);
                } else {
                    awaitBegun();
                }
                follows = isToFollow();
                position = follows ? follow() : position;
                failure = null;
                pause = FIRST_PAUSE;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error failed) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                failure = failed.getClass().getSimpleName();
                LOG.error(
                        "The projection {} doesn't get on; it is tried again in {} s",
                        projection.name(),
                        pause.toMillis() / 1000.0,
                        failed);
                rest(pause);
                pause = pause.multipliedBy(2);
                pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            }
        }
    }

    /** A side that is neither read nor made waits for no event; another instance may begin it. */
    private void awaitBegun() throws InterruptedException {
        if (begun.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            begun.drainPermits();
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes in what there is; how far it has come, or the feed's head if it isn't at it. */
    private long follow() {
        long head = numbering.head();
        while (!Thread.currentThread().isInterrupted()) {
            Step step = step();
            if (step != Step.MORE) {
                return head;
            }
        }
        return head;
    }

    private enum Step {
        MORE,
        DONE
    }

    /**
     * Whether the side is read or being made. One that another revision made is made again, on the
     * side that isn't read.
     */
    private boolean isToFollow() {
        List<Side> both = sides.of(projection.name());
        Side own = both.get(side);
        boolean outdated = both.get(1 - side).revision() != projection.revision();
        boolean follows = own.active() && own.revision() == projection.revision();
        if (!own.live() && outdated && !follows) {
            transactions.executeWithoutResult(status -> sides.begin(projection));
            return true;
        }
        return follows;
    }

    private Step step() {
        return Optional.ofNullable(
                        transactions.execute(
                                status ->
                                        sides.hold(projection.name(), side)
                                                .filter(Side::active)
                                                .filter(
                                                        held ->
                                                                held.revision()
                                                                        == projection.revision())
                                                .map(
                                                        held ->
                                                                held.live()
                                                                        ? extend(held)
                                                                        : catchUp(held))
                                                .orElse(Step.DONE)))
                .orElse(Step.DONE);
    }

    private Step extend(Side held) {
        List<FeedEntry> next =
                numbering
                        .kept(held.position(), BATCH)
                        .orElseGet(() -> feed.read(held.position(), BATCH));
        take(next);
        return next.size() == BATCH ? Step.MORE : Step.DONE;
    }

    /**
     * What is made again never gets ahead of what is read, so that both can be compared when they
     * are at the same position. A side of another revision doesn't move any more, and isn't
     * compared with.
     */
    private Step catchUp(Side held) {
        Side live = sides.live(projection.name());
        boolean comparable = live.revision() == projection.revision();
        long behind = comparable ? live.position() - held.position() : Long.MAX_VALUE;
        int taken = take(feed.read(held.position(), (int) Math.min(BATCH, behind)));
        if (taken == BATCH) {
            return Step.MORE;
        }
        Side last = sides.holdLive(projection.name());
        String before = null;
        if (comparable) {
            long position = held.position() + taken;
            if (last.position() - position > BATCH) {
                return Step.MORE;
            }
            take(feed.read(position, (int) (last.position() - position)));
            before = sides.digest(projection, last.side());
        }
        String after = sides.digest(projection, side);
        sides.switchTo(projection, held, before, after);
        if (before == null || before.equals(after)) {
            LOG.info("The projection {} was made again and is read from now on", projection.name());
        } else {
            LOG.error(
                    "The projection {} was made again and is read from now on, but was not the same before: {}, now {}",
                    projection.name(),
                    before,
                    after);
        }
        return Step.DONE;
    }

    private int take(List<FeedEntry> events) {
        if (!events.isEmpty()) {
            List<FeedEntry> wanted = events.stream().filter(this::isWanted).toList();
            if (!wanted.isEmpty()) {
                projection.project(wanted, side);
            }
            sides.moveTo(projection.name(), side, events.getLast().position());
        }
        return events.size();
    }

    private boolean isWanted(FeedEntry entry) {
        return projection.madeOf().stream()
                .anyMatch(type -> type.isInstance(entry.event().payload()));
    }
}
