package org.engagementledger.query.feed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.query.casehistory.FirmEvents;
import org.engagementledger.query.casehistory.FirmEvents.Found;
import org.engagementledger.query.casehistory.FirmEvents.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells whoever waits that there is something of their firm's. The feed moves with every event of
 * anybody; so for all that wait on this instance one thread looks, by one statement, a few times a
 * second at most and only if the feed has moved.
 */
@Component
public final class FirmNews implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FirmNews.class);

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** If what is looked at doesn't move, though the feed does. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final FirmEvents events;
    private final Numbering numbering;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore arrived = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = new Thread();

    FirmNews(FirmEvents events, Numbering numbering) {
        this.events = events;
        this.numbering = numbering;
    }

    /**
     * What waiting has come to.
     *
     * @param more whether there is something to read
     * @param upTo up to which position there was nothing when it was looked at
     */
    public record Outlook(boolean more, long upTo) {}

    private static final class Waiting {
        private final String firm;
        private final CountDownLatch news = new CountDownLatch(1);
        private volatile long upTo;

        Waiting(String firm, long after) {
            this.firm = firm;
            this.upTo = after;
        }

        private Wish wish() {
            return new Wish(firm, upTo);
        }
    }

    /**
     * Waits until there is something of the firm's.
     *
     * @param after what the follower has already
     * @param patience how long it waits at most
     * @throws InterruptedException if the follower is to end
     */
    public Outlook awaitAfter(String firm, long after, Duration patience)
            throws InterruptedException {
        Waiting one = new Waiting(firm, after);
        waiting.add(one);
        arrived.release();
        try {
            return new Outlook(
                    one.news.await(patience.toMillis(), TimeUnit.MILLISECONDS), one.upTo);
        } finally {
            waiting.remove(one);
        }
    }

    private void run() {
        Duration pause = PAUSE;
        while (running) {
            try {
                if (waiting.isEmpty()) {
                    arrived.acquire();
                }
                arrived.drainPermits();
                pause = look() ? PAUSE : longer(pause);
                Thread.sleep(pause);
            } catch (InterruptedException ended) {
                return;
            } catch (RuntimeException failed) {
                if (running) {
                    LOG.warn("Firms' streams wait for their events: {}", failed.toString());
                    pause = LONGEST_PAUSE;
                    rest();
                }
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private static void rest() {
        try {
            Thread.sleep(LONGEST_PAUSE);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether anything was found, or there was nothing to look for. */
    private boolean look() {
        long head = numbering.head();
        List<Waiting> behind = waiting.stream().filter(one -> one.upTo < head).toList();
        if (behind.isEmpty()) {
            return true;
        }
        Found found = events.look(behind.stream().map(Waiting::wish).toList());
        boolean moved = !found.fulfilled().isEmpty();
        for (int i = 0; i < behind.size(); i++) {
            Waiting one = behind.get(i);
            if (found.fulfilled().contains(i)) {
                one.news.countDown();
            } else if (found.upTo() > one.upTo) {
                one.upTo = found.upTo();
                moved = true;
            }
        }
        return moved;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("firm-news").start(this::run);
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

    /** With the projections, after the sequencer. */
    @Override
    public int getPhase() {
        return 1;
    }
}
