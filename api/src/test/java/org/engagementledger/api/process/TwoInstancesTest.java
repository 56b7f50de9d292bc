package org.engagementledger.api.process;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.process.Cases.at;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.engagementledger.api.process.ApiClient.Reply;
import org.engagementledger.api.process.Cases.Surgery;
import org.engagementledger.api.process.Tables.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two virtual machines share one PostgreSQL, and nothing else decides who comes first: no lock, no
 * cache, no routing. Snapshots are taken every five events, so that each service reads those that
 * the other wrote.
 */
class TwoInstancesTest {

    private static final int CROWD = 50;
    private static final int SLOTS = 9;

    @AutoClose private static TwoInstances services;

    private static final Cases CASES = new Cases();
    private static final List<String> ENGAGEMENTS = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) throws InterruptedException {
        services = TwoInstances.start(directory, 5);
        ENGAGEMENTS.addAll(AllAtOnce.run(CROWD, i -> CASES.putForward(services.number(i))));
    }

    @AfterEach
    void theLedgerIsWhole() {
        services.tables().events().assertWhole();
    }

    @Test
    void eachCourtHasOneProgrammeAndEachSessionIsScheduledOnce() {
        List<Row> rows = services.tables().events().rows();
        Map<String, Long> programmes =
                rows.stream()
                        .filter(row -> row.name().equals("programme.ProgrammeSet"))
                        .collect(groupingBy(Row::aggregate, counting()));
        assertThat(programmes)
                .containsOnlyKeys("programme-B01BH00", "programme-B01CN00", "programme-B01GU00")
                .allSatisfy((court, times) -> assertThat(times).isEqualTo(1));
        Map<String, Long> sessions =
                rows.stream()
                        .filter(row -> row.name().equals("surgery.SurgeryScheduled"))
                        .filter(row -> row.payload().has("programme"))
                        .collect(groupingBy(Row::aggregate, counting()));
        assertThat(sessions)
                .hasSizeBetween(9, 12)
                .allSatisfy((session, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void oneOfFiftySimultaneousBookingsOfASlotSucceeds() throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            int slot = 2 * round;
            Surgery surgery = CASES.schedule(services.any());

            List<Reply> replies = AllAtOnce.run(CROWD, i -> book(i, surgery, slot));

            List<Reply> lost = replies.stream().filter(reply -> reply.status() != 200).toList();
            assertThat(lost).hasSize(CROWD - 1);
            assertThat(lost).allMatch(reply -> reply.status() == 409);
            assertThat(lost).extracting(Reply::code).containsOnly("SLOT_TAKEN");
            assertThat(lost)
                    .extracting(TwoInstancesTest::alternatives)
                    .allMatch(starts -> starts.size() == 5)
                    .allMatch(starts -> !starts.contains(surgery.start(slot)))
                    .allMatch(starts -> starts.contains(surgery.start(slot + 1)));
            assertThat(booked(surgery)).hasSize(1);
            assertThat(allocated(surgery)).hasSize(1);
        }
    }

    @Test
    void fiftySimultaneousBookingsOfDifferentSlotsAllSucceed() throws InterruptedException {
        List<Surgery> surgeries = schedule(6);

        List<Reply> replies =
                AllAtOnce.run(CROWD, i -> book(i, surgeries.get(i / SLOTS), i % SLOTS));

        assertThat(replies).allMatch(reply -> reply.status() == 200, "status 200");
        for (int i = 0; i < CROWD; i++) {
            Surgery surgery = surgeries.get(i / SLOTS);
            String start = surgery.start(i % SLOTS);
            assertThat(allocated(surgery).filter(row -> start.equals(instant(row.fact("start")))))
                    .extracting(row -> row.fact("engagement"))
                    .containsExactly(ENGAGEMENTS.get(i));
        }
    }

    @Test
    void everySlotIsGivenOnceToACrowdThatIsTooLarge() throws InterruptedException {
        List<Surgery> surgeries = schedule(3);
        int slots = surgeries.size() * SLOTS;

        List<Reply> replies =
                AllAtOnce.run(
                        CROWD, i -> book(i, surgeries.get(i % slots / SLOTS), i % slots % SLOTS));

        Map<Integer, List<Reply>> byStatus = replies.stream().collect(groupingBy(Reply::status));
        assertThat(byStatus).containsOnlyKeys(200, 409);
        assertThat(byStatus.get(200)).hasSize(slots);
        assertThat(byStatus.get(409)).extracting(Reply::code).containsOnly("SLOT_TAKEN");
        Set<String> holders = new HashSet<>();
        surgeries.stream()
                .flatMap(TwoInstancesTest::allocated)
                .forEach(row -> assertThat(holders.add(row.fact("engagement"))).isTrue());
        assertThat(holders)
                .isEqualTo(new HashSet<>(byStatus.get(200).stream().map(Reply::id).toList()));
    }

    @Test
    void oneOfTwentySimultaneousRequestsOnACaseOpensAnEngagement() throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            String submission = CASES.submission();

            List<Reply> replies =
                    AllAtOnce.run(
                            20,
                            i -> services.number(i).as("defence").post("/engagements", submission));

            List<Reply> opened = replies.stream().filter(Reply::accepted).toList();
            List<Reply> refused = replies.stream().filter(reply -> !reply.accepted()).toList();
            assertThat(opened).extracting(Reply::status).containsExactly(201);
            assertThat(refused).hasSize(19).allMatch(reply -> reply.status() == 409);
            assertThat(refused).extracting(Reply::code).containsOnly("ALREADY_ENGAGED");
            assertThat(refused)
                    .extracting(reply -> named(reply, "engagement"))
                    .containsOnly(List.of(opened.getFirst().id()));
        }
    }

    @Test
    void engagementsThatMoveAcrossEachOtherLoseNoSlot() throws InterruptedException {
        List<Surgery> surgeries = schedule(2);
        int movers = 6;
        int moves = 30;

        List<List<Reply>> replies =
                AllAtOnce.run(
                        movers,
                        mover -> {
                            Random random = new Random(mover);
                            return IntStream.range(0, moves)
                                    .mapToObj(
                                            move ->
                                                    bookAt(
                                                            services.number(mover + move),
                                                            mover,
                                                            surgeries.get((mover + move) % 2),
                                                            random.nextInt(SLOTS)))
                                    .toList();
                        });

        List<Reply> all = replies.stream().flatMap(List::stream).toList();
        assertThat(all).extracting(Reply::status).containsOnly(200, 409);
        assertThat(all)
                .filteredOn(reply -> reply.status() == 409)
                .extracting(Reply::code)
                .isSubsetOf("SLOT_TAKEN", "SLOT_ALREADY_YOURS");
        Events events = services.tables().events();
        for (int mover = 0; mover < movers; mover++) {
            assertThat(events.bookings()).containsKey(ENGAGEMENTS.get(mover));
        }
        long accepted = all.stream().filter(Reply::accepted).count();
        assertThat(accepted).isGreaterThan(movers * moves / 4);
        assertThat(surgeries.stream().flatMap(TwoInstancesTest::allocated)).hasSize((int) accepted);
    }

    private static List<Surgery> schedule(int count) {
        return Stream.generate(() -> CASES.schedule(services.any())).limit(count).toList();
    }

    private static Reply book(int number, Surgery surgery, int slot) {
        return bookAt(services.number(number), number, surgery, slot);
    }

    private static Reply bookAt(ServiceProcess service, int number, Surgery surgery, int slot) {
        return service.as("defence")
                .post(at(ENGAGEMENTS.get(number), "booking"), surgery.booking(slot));
    }

    private static Stream<Row> allocated(Surgery surgery) {
        return services.tables().eventsOf(surgery.id()).named("surgery.SlotAllocated");
    }

    private static Stream<Row> booked(Surgery surgery) {
        return services.tables()
                .events()
                .named("engagement.SlotBooked")
                .filter(row -> row.fact("slot", "surgery").equals(surgery.id()));
    }

    /** Without the fraction of a second that the ledger always writes. */
    private static String instant(String written) {
        return written.replace(".000Z", "Z");
    }

    private static List<String> alternatives(Reply reply) {
        return named(reply, "alternatives");
    }

    private static List<String> named(Reply reply, String property) {
        return reply.body()
                .path("errors")
                .path(0)
                .path(property)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
