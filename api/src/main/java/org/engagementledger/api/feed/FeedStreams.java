package org.engagementledger.api.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.engagementledger.api.problem.NotYet;
import org.engagementledger.api.read.Places;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.query.feed.FeedEvent;
import org.engagementledger.query.feed.FirmNews.Outlook;
import org.engagementledger.query.feed.ReadFeed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams that are open, each followed by a thread of its own. A reader that is slow slows its
 * own stream only, and a reader that is gone is noticed at the next event or sign of life, which
 * {@code ledger.sign-of-life-every} says how often there is.
 */
@Component
class FeedStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStreams.class);

    private static final int MOST = 200;
    private static final int MOST_OF_AN_ACCOUNT = 10;
    private static final int AT_ONCE = 200;

    private final Numbering numbering;

    /**
     * Proxies cut a connection on which nothing is heard for long; and whoever has gone has a place
     * until something is said to them.
     */
    private final Duration silence;

    private final Places places =
            new Places(MOST, MOST_OF_AN_ACCOUNT, "streams are open", "read pages");
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    FeedStreams(Numbering numbering, @Value("${ledger.sign-of-life-every:5s}") Duration silence) {
        this.numbering = numbering;
        this.silence = silence;
    }

    /** What a stream is fed from. */
    interface Source {

        /**
         * Waits until there is something to read.
         *
         * @param after the last position that the reader has
         * @param patience how long at most
         * @throws InterruptedException if the stream is to end
         */
        Outlook await(long after, Duration patience) throws InterruptedException;

        /** Reads what comes after a position. */
        ReadFeed.Page next(long after, int limit);
    }

    /**
     * Opens a stream.
     *
     * @param account whose it is
     * @param after the last position that the reader has; null to begin with what comes next
     * @param longest when it ends at the latest: the reader is to say anew who they are
     * @throws NotYet if too many are open
     * @throws org.engagementledger.api.problem.TooMany if the account has too many
     */
    SseEmitter open(String account, @Nullable Long after, Duration longest, Source source) {
        if (!running) {
            throw new NotYet("This instance is going down: come back later.");
        }
        places.take(account);
        SseEmitter emitter = new SseEmitter(longest.toMillis());
        emitter.onTimeout(emitter::complete);
        long from = after == null ? numbering.head() : after;
        begin(emitter, from);
        Thread thread =
                Thread.ofVirtual()
                        .name("stream")
                        .unstarted(
                                () -> {
                                    try {
                                        follow(emitter, from, source);
                                    } finally {
                                        places.leave(account);
                                    }
                                });
        emitter.onCompletion(thread::interrupt);
        emitter.onError(gone -> thread.interrupt());
        open.add(thread);
        thread.start();
        return emitter;
    }

    /**
     * Has the reader know at once that it is heard. This is written by the request's own thread,
     * and with it the headers: filters that it leaves would write those beside the stream's thread.
     */
    private static void begin(SseEmitter emitter, long from) {
        try {
            emitter.send(SseEmitter.event().comment("follows " + from));
        } catch (IOException impossible) {
            throw new IllegalStateException("Nothing is written before it is returned", impossible);
        }
    }

    private void follow(SseEmitter emitter, long from, Source source) {
        try {
            long position = from;
            while (running && !Thread.currentThread().isInterrupted()) {
                Outlook outlook = source.await(position, silence);
                position = outlook.upTo();
                if (outlook.more()) {
                    ReadFeed.Page page = source.next(position, AT_ONCE);
                    for (FeedEvent event : page.events()) {
                        emitter.send(
                                SseEmitter.event()
                                        .id(Long.toString(event.position()))
                                        .name(event.event())
                                        .data(event, MediaType.APPLICATION_JSON));
                    }
                    position = Math.max(position, page.upTo());
                } else {
                    // An id without an event: a reader that comes back goes on from there.
                    emitter.send(SseEmitter.event().id(Long.toString(position)).comment("here"));
                }
            }
            emitter.complete();
        } catch (InterruptedException ended) {
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A reader of the feed has gone");
        } catch (RuntimeException failed) {
            LOG.warn("A stream of the feed is cut off; its reader may come back", failed);
            emitter.complete();
        } finally {
            open.remove(Thread.currentThread());
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends before the server waits for its requests to end. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
