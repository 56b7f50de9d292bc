package org.engagementledger.api.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.engagementledger.api.problem.NotYet;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.query.feed.FeedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The streams that are open, each followed by a thread of its own. A reader that is slow slows its
 * own stream only, and a reader that is gone is noticed at the next event or sign of life.
 */
@Component
class FeedStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedStreams.class);

    private static final int MOST = 200;
    private static final int AT_ONCE = 200;
    private static final long NEVER = 0;

    /** Proxies cut a connection on which nothing is heard for long. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Numbering numbering;
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    FeedStreams(Numbering numbering) {
        this.numbering = numbering;
    }

    /** Reads what comes after a position. */
    @FunctionalInterface
    interface Source {
        List<FeedEvent> next(long after, int limit);
    }

    /**
     * Opens a stream.
     *
     * @param after the last position that the reader has; null to begin with what comes next
     * @throws NotYet if too many are open
     */
    SseEmitter open(@Nullable Long after, Source source) {
        if (!running || open.size() >= MOST) {
            throw new NotYet("Too many streams are open: read pages, or come back later.");
        }
        SseEmitter emitter = new SseEmitter(NEVER);
        long from = after == null ? numbering.head() : after;
        Thread thread =
                Thread.ofVirtual().name("stream").unstarted(() -> follow(emitter, from, source));
        emitter.onCompletion(thread::interrupt);
        emitter.onError(gone -> thread.interrupt());
        open.add(thread);
        thread.start();
        return emitter;
    }

    private void follow(SseEmitter emitter, long from, Source source) {
        try {
            long position = from;
            // At once, so that the reader knows that it is heard.
            emitter.send(SseEmitter.event().comment("follows " + position));
            while (running && !Thread.currentThread().isInterrupted()) {
                if (numbering.awaitAfter(position, SIGN_OF_LIFE)) {
                    for (FeedEvent event : source.next(position, AT_ONCE)) {
                        emitter.send(
                                SseEmitter.event()
                                        .id(Long.toString(event.position()))
                                        .name(event.event())
                                        .data(event, MediaType.APPLICATION_JSON));
                        position = event.position();
                    }
                } else {
                    emitter.send(SseEmitter.event().comment("here"));
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
