package org.engagementledger.ledger.feed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps numbering as long as the service runs, and tells this instance's followers how far the feed
 * has come, whoever numbered.
 */
public final class Numbering implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Numbering.class);

    /** What another instance has written is noticed after so long. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** So long what is written gathers, to be numbered together. */
    private static final Duration GATHERING = Duration.ofMillis(2);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Sequencer sequencer;
    private final Feed feed;
    private final Semaphore written = new Semaphore(0);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Latest latest = Latest.nothing(0);
    private volatile boolean running;
    private Thread thread = new Thread();

    Numbering(Sequencer sequencer, Feed feed) {
        this.sequencer = sequencer;
        this.feed = feed;
    }

    /** Says that this instance has written events. */
    public void nudge() {
        written.release();
    }

    /** The last position that this instance knows of. */
    public long head() {
        return latest.head();
    }

    /**
     * What follows a position up to {@link #head()}, if all of that is among the last events, which
     * are kept in memory for whoever follows the feed here.
     *
     * @param after the position of the last event that isn't wanted
     * @param limit how many at most
     * @return empty if it is to be read of the {@link Feed}
     */
    public Optional<List<FeedEntry>> kept(long after, int limit) {
        return latest.after(after, limit);
    }

    /**
     * Waits until the feed goes on.
     *
     * @param position what the follower has already
     * @param patience how long it waits at most
     * @return whether there is more than that
     * @throws InterruptedException if the follower is to end
     */
    public boolean awaitAfter(long position, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (head() <= position && left > 0) {
                left = moved.awaitNanos(left);
            }
            return head() > position;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (running) {
            try {
                pass();
                if (written.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    written.drainPermits();
                }
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException | Error failed) {
                // Who knows to which state a database comes back: it is read anew.
                latest = Latest.nothing(head());
                if (running) {
                    LOG.warn("Events wait to be numbered: {}", failed.toString());
                    rest();
                }
            }
        }
    }

    private void pass() throws InterruptedException {
        if (sequencer.isBehind()) {
            Thread.sleep(GATHERING);
            boolean more = true;
            while (more && running) {
                more = sequencer.number();
                tell(feed.head());
            }
        } else {
            tell(feed.head());
        }
    }

    private void tell(long newHead) {
        Latest before = latest;
        if (newHead == before.head()) {
            return;
        }
        Latest now = goneOn(before, newHead);
        lock.lock();
        try {
            latest = now;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What can't be read here its followers read themselves, and say what stops them. */
    private Latest goneOn(Latest before, long newHead) {
        try {
            return before.goneOn(newHead, feed);
        } catch (RuntimeException | Error failed) {
            LOG.warn("The feed's last events aren't kept: {}", failed.toString());
            return Latest.nothing(newHead);
        }
    }

    private void rest() {
        try {
            Thread.sleep(AFTER_A_FAILURE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("sequencer").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before projections and streams, which follow it; it ends after them. */
    @Override
    public int getPhase() {
        return 0;
    }
}
