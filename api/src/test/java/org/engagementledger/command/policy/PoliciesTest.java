package org.engagementledger.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.engagementledger.command.policy.Running.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each policy here begins on a ledger that has events, those of the programme. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoliciesTest {

    private static final AtomicInteger SESSIONS = new AtomicInteger();

    @TempDir static Path directory;

    private static Running service;

    @BeforeAll
    static void start() {
        service = Running.start(directory);
        await(() -> service.service().getBean(Feed.class).head() > 0);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Remembers on which aggregates' events it has acted. */
    private record Watching(
            String name, Set<Class<?>> follows, List<String> acted, Consumer<FeedEntry> more)
            implements Policy {

        Watching(String name, Consumer<FeedEntry> more) {
            this(name, Set.of(SurgeryScheduled.class), new CopyOnWriteArrayList<>(), more);
        }

        Watching(String name) {
            this(name, entry -> {});
        }

        @Override
        public void on(FeedEntry entry) {
            more.accept(entry);
            acted.add(entry.aggregateId());
        }
    }

    private static String schedule() {
        return service.schedule(SESSIONS.incrementAndGet()).value();
    }

    private static List<String> schedule(int sessions) {
        return IntStream.range(0, sessions).mapToObj(i -> schedule()).toList();
    }

    private static long position(String policy) {
        return service.database()
                .sql("SELECT position FROM working.policy WHERE name = ?")
                .param(policy)
                .query(Long.class)
                .single();
    }

    private static List<StoredEvent> events(String aggregate) {
        return service.service().getBean(EventReader.class).read(aggregate, 0, 10);
    }

    @Test
    void actsOnWhatIsWrittenAfterItWasFirstKnownInItsOrder() {
        Watching policy = new Watching("order");
        Policies instance = service.instance(policy);
        instance.start();
        List<String> written = schedule(5);
        await(() -> policy.acted().size() == 5);
        instance.stop();
        assertThat(policy.acted()).isEqualTo(written);
    }

    @Test
    void goesOnWhereItStopped() {
        Watching policy = new Watching("restart");
        Policies first = service.instance(policy);
        first.start();
        List<String> written = new CopyOnWriteArrayList<>(schedule(2));
        await(() -> policy.acted().size() == 2);
        first.stop();
        written.addAll(schedule(3));
        Policies second = service.instance(policy);
        second.start();
        await(() -> policy.acted().size() == 5);
        second.stop();
        assertThat(policy.acted()).isEqualTo(written);
    }

    @Test
    void isToldOfNothingThatItDoesntFollow() throws InterruptedException {
        Watching policy =
                new Watching(
                        "others",
                        Set.of(SlotAllocated.class),
                        new CopyOnWriteArrayList<>(),
                        entry -> {});
        Policies instance = service.instance(policy);
        instance.start();
        long before = position("others");
        schedule(3);
        Thread.sleep(1_000);
        instance.stop();
        assertThat(policy.acted()).isEmpty();
        assertThat(position("others")).as("Nothing is written for it either").isEqualTo(before);
    }

    @Test
    void ofTwoInstancesOneActsAndTheOtherTakesOver() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Consumer<FeedEntry> slowly =
                entry -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    sleep(5);
                    atOnce.decrementAndGet();
                };
        Watching policy = new Watching("two", slowly);
        Policies one = service.instance(policy);
        Policies other = service.instance(policy);
        one.start();
        other.start();
        List<String> written = new CopyOnWriteArrayList<>(schedule(30));
        await(() -> policy.acted().size() >= 10);
        one.stop();
        written.addAll(schedule(10));
        await(() -> policy.acted().containsAll(written));
        other.stop();
        assertThat(policy.acted().stream().distinct().toList()).isEqualTo(written);
        // The one that was stopped may have acted without its being on record.
        assertThat(policy.acted().size()).isBetween(40, 41);
        assertThat(most).hasValue(1);
    }

    @Test
    void isToldAgainIfItsActingIsntOnRecordAndItsCommandIsRecognised() {
        String policyName = "crash";
        AtomicBoolean crashed = new AtomicBoolean();
        List<Answer> answers = new CopyOnWriteArrayList<>();
        int another = SESSIONS.incrementAndGet();
        String consequence = Running.session(another).surgery().value();
        Watching policy =
                new Watching(
                        policyName,
                        entry -> {
                            if (entry.aggregateId().equals(consequence)) {
                                return;
                            }
                            answers.add(
                                    service.commands()
                                            .send(
                                                    Running.session(another),
                                                    OwnAccord.of(policyName, entry, "another")));
                            if (!crashed.getAndSet(true)) {
                                assertThat(endWhoHolds()).isOne();
                            }
                        });
        Policies instance = service.instance(policy);
        instance.start();
        String cause = schedule();
        await(() -> policy.acted().contains(consequence));
        instance.stop();
        assertThat(policy.acted()).containsExactly(cause, cause, consequence);
        assertThat(answers).hasSize(2).hasOnlyElementsOfType(Answer.Accepted.class);
        assertThat(events(consequence)).hasSize(1);
        StoredEvent because = events(cause).getFirst();
        assertThat(events(consequence).getFirst().metadata())
                .containsEntry(Provenance.ACTOR, policyName)
                .containsEntry(Provenance.ROLE, "SYSTEM")
                .containsEntry(Provenance.CHANNEL, "policy")
                .containsEntry(Provenance.CAUSATION, because.eventId())
                .containsEntry(
                        Provenance.CORRELATION, because.metadata().get(Provenance.CORRELATION));
    }

    /** The instance that holds the policy's row dies, for the database. */
    private static int endWhoHolds() {
        return service.database()
                .sql(
                        """
                        SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                        WHERE datname = current_database() AND state = 'idle in transaction'
                        AND query LIKE '%working.policy%FOR UPDATE SKIP LOCKED'
                        """)
                .query(Integer.class)
                .single();
    }

    @Test
    void actsOutsideTheTransactionThatHoldsIt() {
        AtomicInteger seenByOthers = new AtomicInteger(-1);
        int another = SESSIONS.incrementAndGet();
        String consequence = Running.session(another).surgery().value();
        Watching policy =
                new Watching(
                        "outside",
                        entry -> {
                            if (!entry.aggregateId().equals(consequence)) {
                                service.schedule(another);
                                seenByOthers.set(seenByAnother(consequence));
                                throw new IllegalStateException("It can't go on");
                            }
                        });
        Policies instance = service.instance(policy);
        instance.start();
        schedule();
        await(() -> seenByOthers.get() >= 0);
        instance.stop();
        assertThat(seenByOthers).hasValue(1);
        assertThat(events(consequence)).hasSize(1);
    }

    private static int seenByAnother(String aggregate) {
        AtomicInteger seen = new AtomicInteger();
        Thread other = Thread.ofPlatform().start(() -> seen.set(events(aggregate).size()));
        try {
            other.join();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
        return seen.get();
    }

    @Test
    void isToldAgainUntilItSucceedsAndHoldsUpNobodyElse() {
        AtomicInteger attempts = new AtomicInteger();
        Watching failing =
                new Watching(
                        "failing",
                        entry -> {
                            if (attempts.incrementAndGet() <= 4) {
                                throw new IllegalStateException("Jane Doe");
                            }
                        });
        Watching well = new Watching("well");
        Policies instance = service.instance(failing, well);
        instance.start();
        List<String> written = schedule(2);
        await(() -> attempts.get() == 3);
        assertThat(well.acted()).isEqualTo(written);
        assertThat(instance.states())
                .extracting(Policies.State::name, Policies.State::failure)
                .containsExactly(tuple("failing", "IllegalStateException"), tuple("well", null));
        await(() -> failing.acted().size() == 2);
        await(() -> instance.states().getFirst().failure() == null);
        instance.stop();
        assertThat(failing.acted()).isEqualTo(written);
        assertThat(attempts).hasValue(6);
    }

    @Test
    void isntToldOfWhatIsPlayed() {
        Watching policy = new Watching("played");
        Policies instance = service.instance(policy);
        instance.start();
        service.schedule(
                SESSIONS.incrementAndGet(),
                new Provenance(
                        new Actor("programme", Role.SYSTEM, null), Provenance.PLAY_CHANNEL, null));
        String written = schedule();
        await(() -> !policy.acted().isEmpty());
        instance.stop();
        assertThat(policy.acted()).containsExactly(written);
    }

    @Test
    void noTwoShareAName() {
        assertThatThrownBy(() -> service.instance(new Watching("same"), new Watching("same")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
