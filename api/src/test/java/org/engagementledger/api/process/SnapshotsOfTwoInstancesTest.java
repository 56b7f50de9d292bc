package org.engagementledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.process.Cases.at;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.engagementledger.api.process.ApiClient.Reply;
import org.engagementledger.api.process.Cases.Surgery;
import org.engagementledger.api.process.Tables.Row;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services write to the same engagement and take snapshots of it, one after the other's events
 * and over the other's snapshots. What either decides must follow from all that both have written.
 */
class SnapshotsOfTwoInstancesTest {

    private static final int WRITERS = 4;
    private static final int COMMANDS = 50;
    private static final int SNAPSHOT_EVERY = 5;

    @AutoClose private static TwoInstances services;

    private static final Cases CASES = new Cases();

    @BeforeAll
    static void start(@TempDir Path directory) {
        services = TwoInstances.start(directory, SNAPSHOT_EVERY);
    }

    @Test
    void bothDecideOnWhatBothHaveWritten() throws InterruptedException {
        String engagement = CASES.putForward(services.any());
        Surgery surgery = CASES.schedule(services.any());

        List<Reply> replies =
                AllAtOnce.run(WRITERS, writer -> writeMuch(writer, engagement, surgery)).stream()
                        .flatMap(List::stream)
                        .toList();

        assertThat(replies).extracting(Reply::status).containsOnly(200, 409, 422);
        assertThat(replies)
                .filteredOn(reply -> !reply.accepted())
                .extracting(Reply::code)
                .isSubsetOf("NOTHING_BOOKED", "SLOT_ALREADY_YOURS", "REQUEST_UNKNOWN");
        Events events = services.tables().eventsOf(engagement);
        events.assertGapless();
        assertThat(replies.stream().filter(Reply::accepted).map(Reply::version))
                .as("No two answers show the same version")
                .doesNotHaveDuplicates();
        services.tables().events().assertWhole();
        assertThat(services.tables().snapshotOf(engagement))
                .isBetween(
                        events.rows().size() - 1L - 2 * SNAPSHOT_EVERY, events.rows().size() - 1L);
        bothKnowWhatIsOpen(engagement, events);
        bothKnowTheSlot(engagement, events, surgery);
    }

    @Test
    void eachReadsTheSnapshotsThatTheOtherTook() {
        String engagement = CASES.putForward(services.any());
        for (int i = 0; i < 12 * SNAPSHOT_EVERY; i++) {
            Reply asked = services.number(i).as("triage").post(requests(engagement), request());
            assertThat(asked.body().path("created").path(0).asString()).isEqualTo("R" + (i + 1));
            assertThat(asked.version()).isEqualTo(2L + i);
        }
        assertThat(services.tables().snapshotOf(engagement)).isGreaterThan(50);
    }

    private static List<Reply> writeMuch(int writer, String engagement, Surgery surgery) {
        Random random = new Random(writer);
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            ServiceProcess service = services.number(writer + i);
            ApiClient defence = service.as("defence");
            replies.add(
                    switch (random.nextInt(5)) {
                        case 0 ->
                                defence.patch(
                                        at(engagement, "details"),
                                        """
                                        {"notes":[{"visibility":"SHARED","text":"More"}]}
                                        """);
                        case 1 ->
                                defence.post(
                                        at(engagement, "booking"),
                                        surgery.booking(random.nextInt(9)));
                        case 2 -> defence.post(at(engagement, "booking/cancellation"), "{}");
                        case 3 -> service.as("triage").post(requests(engagement), request());
                        default -> answer(defence, engagement, 1 + random.nextInt(20));
                    });
        }
        return replies;
    }

    private static void bothKnowWhatIsOpen(String engagement, Events events) {
        long asked = events.named("engagement.InformationRequested").count();
        List<String> answered =
                events.named("engagement.Amended")
                        .flatMap(row -> row.payload().path("information").valueStream())
                        .map(given -> given.path("request").asString())
                        .toList();
        assertThat(answered).isNotEmpty().doesNotHaveDuplicates();
        for (int request = 1; request <= asked; request++) {
            Reply reply = answer(services.number(request).as("defence"), engagement, request);
            assertThat(reply.status()).isEqualTo(answered.contains("R" + request) ? 422 : 200);
        }
        Reply next = services.number(1).as("triage").post(requests(engagement), request());
        assertThat(next.body().path("created").path(0).asString()).isEqualTo("R" + (asked + 1));
    }

    private static void bothKnowTheSlot(String engagement, Events events, Surgery surgery) {
        Optional<String> held = Optional.ofNullable(events.bookings().get(engagement));
        for (int slot = 0; slot < 9; slot++) {
            String start = surgery.start(slot).replace("Z", ".000Z");
            if (held.equals(Optional.of(surgery.id() + " " + start))) {
                Reply again =
                        services.number(slot)
                                .as("defence")
                                .post(at(engagement, "booking"), surgery.booking(slot));
                assertThat(again.code()).isEqualTo("SLOT_ALREADY_YOURS");
            }
        }
        Reply cancelled =
                services.number(0).as("defence").post(at(engagement, "booking/cancellation"), "{}");
        assertThat(cancelled.accepted()).isEqualTo(held.isPresent());
        assertThat(lastOf(engagement).name())
                .isEqualTo(
                        held.isPresent()
                                ? "engagement.SlotReleased"
                                : "engagement.InformationRequested");
    }

    private static Row lastOf(String engagement) {
        return services.tables().eventsOf(engagement).rows().getLast();
    }

    private static String requests(String engagement) {
        return at(engagement, "information-requests");
    }

    private static String request() {
        return """
        {"of":"DEFENCE","what":"The dates","why":{"visibility":"SHARED","text":"To decide"}}
        """;
    }

    private static Reply answer(ApiClient defence, String engagement, int request) {
        return defence.patch(
                at(engagement, "details"),
                """
                {"information":[{"request":"R%d","answer":"As follows"}]}
                """
                        .formatted(request));
    }
}
