package org.engagementledger.command.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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
    private final List<PolicyFollower> followers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @Autowired
    Policies(
            ObjectProvider<Policy> policies,
            LogicalNames names,
            Feed feed,
            Numbering numbering,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this(policies.stream().toList(), names, feed, numbering, database, transactions);
    }

    Policies(
            List<Policy> policies,
            LogicalNames names,
            Feed feed,
            Numbering numbering,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.policies = policies.stream().sorted(Comparator.comparing(Policy::name)).toList();
        this.names = names;
        this.feed = feed;
        this.numbering = numbering;
        this.table = new PolicyTable(database);
        this.transactions = transactions;
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
     * @param failure what stops it on this instance; null if nothing does
     */
    public record State(String name, long position, @Nullable String failure) {}

    /** How all of them stand, by name. */
    public synchronized List<State> states() {
        return followers.stream()
                .map(
                        follower ->
                                new State(follower.name(), follower.position(), follower.failure()))
                .toList();
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
                            transactions));
        }
        followers.forEach(
                follower ->
                        threads.add(
                                Thread.ofPlatform()
                                        .daemon()
                                        .name("policy-" + follower.name())
                                        .start(follower)));
    }

    private List<String> namesOf(Set<Class<?>> types) {
        return names.all().stream()
                .filter(name -> types.stream().anyMatch(type -> type.isAssignableFrom(name.type())))
                .map(LogicalName::name)
                .toList();
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
