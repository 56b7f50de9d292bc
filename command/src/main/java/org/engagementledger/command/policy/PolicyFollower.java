package org.engagementledger.command.policy;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.ledger.provenance.Provenance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one policy follow the feed. Every instance has one for each; whoever holds the policy's row
 * acts, and if that instance dies, its connection ends and the next goes on.
 *
 * <p>The row is held by a transaction for one event, and moved in it once the policy has acted. The
 * policy itself acts outside that transaction: what its commands write is written whatever becomes
 * of the row.
 */
final class PolicyFollower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFollower.class);

    /** How many events are looked through at a time for one to act on. */
    private static final int PAGE = 5_000;

    /** After so many events on which nothing had to be done it is on record how far one is. */
    private static final int MARK = 10_000;

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration WHILE_ANOTHER_ACTS = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Policy policy;
    private final Collection<String> names;
    private final Feed feed;
    private final Numbering numbering;
    private final PolicyTable table;
    private final TransactionTemplate holding;
    private final TransactionTemplate outside;
    private volatile @Nullable String failure;

    /** All up to here has been acted on, by whomever, or needn't be. */
    private volatile long seen;

    /**
     * @param names the logical names of what the policy follows
     */
    PolicyFollower(
            Policy policy,
            Collection<String> names,
            Feed feed,
            Numbering numbering,
            PolicyTable table,
            PlatformTransactionManager transactions) {
        this.policy = policy;
        this.names = names;
        this.feed = feed;
        this.numbering = numbering;
        this.table = table;
        this.holding = new TransactionTemplate(transactions);
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    String name() {
        return policy.name();
    }

    /** Up to where all has been acted on that this instance knows of. */
    long position() {
        return seen;
    }

    /** What stops it, if something does, without anything personal; null if all is well. */
    @Nullable String failure() {
        return failure;
    }

    /** Follows until it is interrupted. */
    @Override
    public void run() {
        int failures = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                numbering.awaitAfter(seen, PATIENCE);
                follow(numbering.head());
                failure = null;
                failures = 0;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error failed) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                failure = failed.getClass().getSimpleName();
                Duration pause = Pause.after(failures++, FIRST_PAUSE, LONGEST_PAUSE);
                LOG.error(
                        "The policy {} doesn't get on; it is tried again in {} s: {}",
                        policy.name(),
                        pause.toMillis() / 1000.0,
                        Failure.of(failed));
                rest(pause);
            }
        }
    }

    private void follow(long head) throws InterruptedException {
        seen = Math.max(seen, table.position(policy.name()));
        while (seen < head && !Thread.currentThread().isInterrupted()) {
            long upTo = Math.min(head, seen + PAGE);
            Optional<FeedEntry> next = feed.nextOf(names, seen, upTo);
            if (next.isPresent()) {
                act(next.get());
            } else {
                pass(upTo);
            }
        }
    }

    private void act(FeedEntry entry) throws InterruptedException {
        Boolean acted =
                holding.execute(
                        status ->
                                table.hold(policy.name())
                                        .map(position -> act(entry, position))
                                        .orElse(false));
        if (Boolean.TRUE.equals(acted)) {
            seen = entry.position();
        } else {
            Thread.sleep(WHILE_ANOTHER_ACTS);
            seen = Math.max(seen, table.position(policy.name()));
        }
    }

    /** Acts, unless another has; true, for then it has been acted on. */
    private boolean act(FeedEntry entry, long position) {
        if (position < entry.position()) {
            if (!isPlayed(entry)) {
                outside.executeWithoutResult(status -> policy.on(entry));
            }
            table.moveTo(policy.name(), entry.position());
        }
        return true;
    }

    private static boolean isPlayed(FeedEntry entry) {
        return Provenance.PLAY_CHANNEL.equals(entry.event().metadata().get(Provenance.CHANNEL));
    }

    private void pass(long upTo) {
        if (upTo / MARK > seen / MARK) {
            holding.executeWithoutResult(
                    status ->
                            table.hold(policy.name())
                                    .filter(position -> position < upTo)
                                    .ifPresent(position -> table.moveTo(policy.name(), upTo)));
        }
        seen = upTo;
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
