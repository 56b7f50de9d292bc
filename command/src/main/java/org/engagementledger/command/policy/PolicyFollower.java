package org.engagementledger.command.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 *
 * <p>An event on which the policy fails again and again is parked, and whatever comes of the same
 * aggregate waits behind it, in its order. It is tried again when an operator wants it; then what
 * waits follows.
 */
final class PolicyFollower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyFollower.class);

    /** How many events are looked through at a time for such as it acts on. */
    private static final int PAGE = 5_000;

    /** How many of those are read at a time. */
    private static final int READ = 100;

    /** After so many events on which nothing had to be done it is on record how far one is. */
    private static final int MARK = 10_000;

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration WHILE_ANOTHER_ACTS = Duration.ofMillis(100);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /**
     * An event that a policy still fails on after so many attempts, some four minutes, is parked.
     */
    static final int ATTEMPTS = 12;

    private final Policy policy;
    private final Set<String> names;
    private final Feed feed;
    private final Numbering numbering;
    private final PolicyTable table;
    private final TransactionTemplate holding;
    private final TransactionTemplate outside;
    private final Clock clock;
    private final int attempts;
    private volatile @Nullable Trouble trouble;

    /** The event that was tried last in vain, and how often it was. */
    private long failedOn;

    private int failedSoOften;

    /** All up to here has been acted on, by whomever, or needn't be. */
    private volatile long seen;

    /**
     * @param names the logical names of what the policy follows
     * @param attempts after how many an event is parked
     */
    PolicyFollower(
            Policy policy,
            Set<String> names,
            Feed feed,
            Numbering numbering,
            PolicyTable table,
            PlatformTransactionManager transactions,
            Clock clock,
            int attempts) {
        this.policy = policy;
        this.names = names;
        this.feed = feed;
        this.numbering = numbering;
        this.table = table;
        this.clock = clock;
        this.attempts = attempts;
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

    /** What stops it, if something does; null if all is well. */
    @Nullable Trouble trouble() {
        return trouble;
    }

    /**
     * What stops a policy.
     *
     * @param since when it began, by the ledger's clock
     * @param failure of which kind, without anything personal
     */
    record Trouble(Instant since, String failure) {}

    /** The policy couldn't act on an event. */
    private static final class Unable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient FeedEntry entry;
        private final Throwable failure;

        Unable(FeedEntry entry, Throwable failure) {
            super(failure);
            this.entry = entry;
            this.failure = failure;
        }
    }

    /** Follows until it is interrupted. */
    @Override
    public void run() {
        int failures = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                numbering.awaitAfter(seen, PATIENCE);
                actOnWhatWasParked();
                follow(numbering.head());
                trouble = null;
                failures = 0;
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (Unable unable) {
                failures = hasParked(unable) ? 0 : failed(unable.failure, failures);
            } catch (RuntimeException | Error failed) {
                failures = failed(failed, failures);
            }
        }
    }

    private int failed(Throwable failed, int failures) {
        if (Thread.currentThread().isInterrupted()) {
            return failures;
        }
        Trouble before = trouble;
        trouble = new Trouble(before == null ? clock.instant() : before.since(), kind(failed));
        Duration pause = Pause.after(failures, FIRST_PAUSE, LONGEST_PAUSE);
        LOG.error(
                "The policy {} doesn't get on; it is tried again in {} s: {}",
                policy.name(),
                pause.toMillis() / 1000.0,
                Failure.of(failed));
        rest(pause);
        return failures + 1;
    }

    private static String kind(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** Parks the event if it was tried often enough; then the policy goes on at once. */
    private boolean hasParked(Unable unable) {
        FeedEntry entry = unable.entry;
        failedSoOften = entry.position() == failedOn ? failedSoOften + 1 : 1;
        failedOn = entry.position();
        if (failedSoOften < attempts || Thread.currentThread().isInterrupted()) {
            return false;
        }
        try {
            holding.executeWithoutResult(
                    status ->
                            table.hold(policy.name())
                                    .filter(position -> position < entry.position())
                                    .ifPresent(position -> park(entry, unable.failure)));
        } catch (RuntimeException failed) {
            LOG.error("What {} can't act on isn't parked: {}", policy.name(), Failure.of(failed));
            return false;
        }
        trouble = null;
        return true;
    }

    private void park(FeedEntry entry, Throwable failure) {
        table.park(policy.name(), entry, clock.instant(), kind(failure));
        table.moveTo(policy.name(), entry.position());
        LOG.error(
                "The policy {} can't act on the event at {}, which is parked with what follows of"
                        + " {}: {}",
                policy.name(),
                entry.position(),
                entry.aggregateType(),
                Failure.of(failure));
    }

    private void actOnWhatWasParked() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more =
                    table.due(policy.name()).isPresent()
                            && Boolean.TRUE.equals(
                                    holding.execute(
                                            status ->
                                                    table.hold(policy.name()).isPresent()
                                                            && table.due(policy.name())
                                                                    .map(this::tryAgain)
                                                                    .orElse(false)));
        }
    }

    /** Once: what fails again waits until an operator wants it tried again. */
    private boolean tryAgain(long position) {
        try {
            feed.readOf(names, position - 1, position, 1).forEach(this::act);
            table.unpark(policy.name(), position);
        } catch (Unable unable) {
            if (Thread.currentThread().isInterrupted()) {
                throw unable;
            }
            LOG.error(
                    "The policy {} still can't act on the event at {}: {}",
                    policy.name(),
                    position,
                    Failure.of(unable.failure));
            table.failedAgain(policy.name(), position, kind(unable.failure));
        }
        return true;
    }

    private void follow(long head) throws InterruptedException {
        seen = Math.max(seen, table.position(policy.name()));
        while (seen < head && !Thread.currentThread().isInterrupted()) {
            long upTo = Math.min(head, seen + PAGE);
            List<FeedEntry> next = followed(upTo);
            for (FeedEntry entry : next) {
                while (seen < entry.position()) {
                    come(entry);
                }
            }
            if (next.size() < READ && seen < upTo) {
                pass(upTo);
            }
        }
    }

    /** What it is to act on from where it is, in their order. */
    private List<FeedEntry> followed(long upTo) {
        return numbering
                .kept(seen, (int) (upTo - seen))
                .map(
                        kept ->
                                kept.stream()
                                        .filter(entry -> names.contains(entry.event().name()))
                                        .toList())
                .orElseGet(() -> feed.readOf(names, seen, upTo, READ));
    }

    private void come(FeedEntry entry) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Optional<Long> reached =
                Objects.requireNonNull(
                        holding.execute(
                                status ->
                                        table.hold(policy.name())
                                                .map(position -> come(entry, position))));
        if (reached.isEmpty()) {
            Thread.sleep(WHILE_ANOTHER_ACTS);
        }
        seen = Math.max(seen, reached.orElseGet(() -> table.position(policy.name())));
    }

    /** Acts, unless another has; the position up to which that has then been done. */
    private long come(FeedEntry entry, long position) {
        if (position >= entry.position()) {
            return position;
        }
        if (!isPlayed(entry)) {
            if (table.isParked(policy.name(), entry.aggregateId())) {
                table.park(policy.name(), entry, clock.instant(), null);
            } else {
                act(entry);
            }
        }
        table.moveTo(policy.name(), entry.position());
        return entry.position();
    }

    private void act(FeedEntry entry) {
        try {
            outside.executeWithoutResult(status -> policy.on(entry));
        } catch (RuntimeException | Error failed) {
            throw new Unable(entry, failed);
        }
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
