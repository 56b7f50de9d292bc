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
import org.engagementledger.domain.surgery.SessionChanged;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryId;
import org.engagementledger.domain.surgery.SurgeryScheduled;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.feed.FeedEntry;
import org.engagementledger.ledger.provenance.Provenance;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

    /** A policy begins with what has no number yet when it starts: that would be others' events. */
    @BeforeEach
    void allIsNumbered() {
        await(service::isNumbered);
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
                                assertThat(endWhoHolds(policyName)).isOne();
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
    private static int endWhoHolds(String policy) {
        return service.database()
                .sql(
                        """
                        SELECT count(pg_terminate_backend(pid))
                        FROM working.policy JOIN pg_stat_activity ON backend_xid = policy.xmax
                        WHERE name = ?
                        """)
                .param(policy)
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
                .extracting(Policies.PolicyState::name, Policies.PolicyState::failure)
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

    /** Changes the session once more, which the policy may follow too. */
    private static void change(String session, String link) {
        assertThat(
                        service.commands()
                                .send(
                                        new ChangeSession(new SurgeryId(session), null, link, null),
                                        new Provenance(
                                                new Actor("coordinator", Role.COORDINATOR, null),
                                                "test",
                                                null)))
                .isInstanceOf(Answer.Accepted.class);
    }

    private static List<Policies.Parked> parked(Policies instance) {
        return instance.states().getFirst().parked();
    }

    @Test
    void goesOnWithoutWhatItCantActOnAndActsOnThatInItsOrderOnceItCan() {
        AtomicBoolean broken = new AtomicBoolean(true);
        List<String> poison = new CopyOnWriteArrayList<>();
        List<String> seen = new CopyOnWriteArrayList<>();
        Watching policy =
                new Watching(
                        "parking",
                        Set.of(SurgeryScheduled.class, SessionChanged.class),
                        new CopyOnWriteArrayList<>(),
                        entry -> {
                            if (broken.get() && poison.contains(entry.aggregateId())) {
                                throw new IllegalStateException("Jane Doe");
                            }
                            seen.add(entry.aggregateId() + " " + entry.event().sequence());
                        });
        Policies instance = service.impatient(3, policy);
        int number = SESSIONS.incrementAndGet();
        poison.add(Running.session(number).surgery().value());
        instance.start();
        String bad = service.schedule(number).value();
        change(bad, "https://meet.example/1");
        change(bad, "https://meet.example/2");
        String good = schedule();

        await(() -> seen.contains(good + " 0"));
        assertThat(seen).containsExactly(good + " 0");
        await(() -> parked(instance).stream().anyMatch(it -> it.waiting() == 2));
        assertThat(parked(instance))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.failure()).isEqualTo("IllegalStateException");
                            assertThat(it.since()).isBeforeOrEqualTo(service.clock().instant());
                            assertThat(
                                            service.service()
                                                    .getBean(Feed.class)
                                                    .read(it.position() - 1, 1))
                                    .extracting(FeedEntry::aggregateId)
                                    .containsExactly(bad);
                        });
        await(() -> instance.states().getFirst().failingSince() == null);

        // It fails again, and stays where it is.
        instance.retry("parking");
        await(() -> retries("parking") == 0);
        assertThat(parked(instance))
                .extracting(Policies.Parked::failure, Policies.Parked::waiting)
                .containsExactly(tuple("IllegalStateException", 2));
        instance.stop();

        // Another instance goes on.
        broken.set(false);
        Policies another = service.impatient(3, policy);
        another.start();
        change(bad, "https://meet.example/3");
        await(() -> parked(another).stream().anyMatch(it -> it.waiting() == 3));
        another.retry("parking");
        await(() -> parked(another).isEmpty());
        change(bad, "https://meet.example/4");
        await(() -> seen.size() == 6);
        another.stop();
        assertThat(seen)
                .containsExactly(
                        good + " 0", bad + " 0", bad + " 1", bad + " 2", bad + " 3", bad + " 4");
    }

    private static long retries(String policy) {
        return service.database()
                .sql("SELECT count(*) FROM working.parked_event WHERE policy = ? AND retry")
                .param(policy)
                .query(Long.class)
                .single();
    }

    @Test
    void noMessageOfAFailureIsKept() {
        Watching policy =
                new Watching(
                        "silent",
                        entry -> {
                            throw new IllegalStateException("Jane Doe");
                        });
        Policies instance = service.impatient(1, policy);
        instance.start();
        schedule();
        await(() -> !parked(instance).isEmpty());
        instance.stop();
        assertThat(
                        service.database()
                                .sql("SELECT parked::text FROM working.parked_event AS parked")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("Jane"));
    }

    @Test
    void saysHowFarItIsBehindAndSinceWhenItFails() {
        Watching policy =
                new Watching(
                        "behind",
                        entry -> {
                            throw new IllegalStateException("Jane Doe");
                        });
        Policies instance = service.instance(policy);
        instance.start();
        schedule(2);
        await(() -> instance.states().getFirst().failure() != null);
        Policies.PolicyState first = instance.states().getFirst();
        assertThat(first.behind()).isPositive();
        assertThat(first.failingSince()).isBeforeOrEqualTo(service.clock().instant());
        assertThat(first.parked()).isEmpty();
        assertThat(instance.knows("behind")).isTrue();
        assertThat(instance.knows("ahead")).isFalse();
        instance.stop();
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
