package org.engagementledger.command.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.Numbering;
import org.engagementledger.ledger.names.LogicalName;
import org.engagementledger.ledger.names.LogicalNames;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/** Lets all policies follow the feed as long as the service runs. */
@Component
public final class Policies implements SmartLifecycle {

    private final List<Policy> policies;
    private final LogicalNames names;
    private final Feed feed;
    private final Numbering numbering;
    private final PolicyTable table;
    private final PlatformTransactionManager transactions;
    private final Clock clock;
    private final int attempts;
    private final List<PolicyFollower> followers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @Autowired
    Policies(
            ObjectProvider<Policy> policies,
            LogicalNames names,
            Feed feed,
            Numbering numbering,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this(
                policies.stream().toList(),
                names,
                feed,
                numbering,
                database,
                transactions,
                clock,
                PolicyFollower.ATTEMPTS);
    }

    Policies(
            List<Policy> policies,
            LogicalNames names,
            Feed feed,
            Numbering numbering,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock,
            int attempts) {
        this.policies = policies.stream().sorted(Comparator.comparing(Policy::name)).toList();
        this.names = names;
        this.feed = feed;
        this.numbering = numbering;
        this.table = new PolicyTable(database);
        this.transactions = transactions;
        this.clock = clock;
        this.attempts = attempts;
        if (policies.stream().map(Policy::name).distinct().count() < policies.size()) {
            throw new IllegalArgumentException("Two policies share a name: " + this.policies);
        }
    }

    /**
     * How a policy stands.
     *
     * @param name its name
     * @param position up to this position of the feed it has acted on whatever it acts on, as far
     *     as this instance knows
     * @param behind how many events of the feed come after that; most of them are nothing to it
     * @param failingSince since when something has stopped it on this instance; null if nothing
     *     does
     * @param failure of which kind that is; null if nothing does
     * @param parked what it couldn't act on, and has gone on without
     */
    public record PolicyState(
            String name,
            long position,
            long behind,
            @Nullable Instant failingSince,
            @Nullable String failure,
            List<Parked> parked) {
        public PolicyState {
            parked = List.copyOf(parked);
        }
    }

    /**
     * An event that is parked.
     *
     * @param position its position in the feed
     * @param since when it was parked
     * @param failure what kind of failure it was; null if it is about to be tried
     * @param waiting how many later events of what it happened to wait behind it
     */
    public record Parked(long position, Instant since, @Nullable String failure, int waiting) {}

    /** How all of them stand, by name. */
    public List<PolicyState> states() {
        long head = feed.head();
        Map<String, List<Parked>> parked = table.parked();
        return followers().stream()
                .map(
                        follower ->
                                state(
                                        follower,
                                        head,
                                        parked.getOrDefault(follower.name(), List.of())))
                .toList();
    }

    private synchronized List<PolicyFollower> followers() {
        return List.copyOf(followers);
    }

    private static PolicyState state(PolicyFollower follower, long head, List<Parked> parked) {
        PolicyFollower.Trouble trouble = follower.trouble();
        long position = follower.position();
        return new PolicyState(
                follower.name(),
                position,
                Math.max(0, head - position),
                trouble == null ? null : trouble.since(),
                trouble == null ? null : trouble.failure(),
                parked);
    }

    /** Whether there is a policy of this name. */
    public boolean knows(String name) {
        return policies.stream().anyMatch(policy -> policy.name().equals(name));
    }

    /**
     * Has the policy try once more whatever it couldn't act on; what waits behind that follows in
     * its order. It is done soon, by whichever instance is at it.
     */
    public void retry(String name) {
        table.retry(name);
    }

    @Override
    public synchronized void start() {
        for (Policy policy : policies) {
            table.open(policy.name());
            followers.add(
                    new PolicyFollower(
                            policy,
                            namesOf(policy.follows()),
                            feed,
                            numbering,
                            table,
                            transactions,
                            clock,
                            attempts));
        }
        followers.forEach(
                follower ->
                        threads.add(
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("policy-" + follower.name())
                                        .start(follower)));
    }

    private Set<String> namesOf(Set<Class<?>> types) {
        return names.all().stream()
                .filter(name -> types.stream().anyMatch(type -> type.isAssignableFrom(name.type())))
                .map(LogicalName::name)
                .collect(Collectors.toUnmodifiableSet());
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
        clear();
    }

    private synchronized void clear() {
        threads.clear();
        followers.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    /** When all else has started, also what is played; they end before all else. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
