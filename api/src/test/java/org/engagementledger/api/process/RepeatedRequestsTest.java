package org.engagementledger.api.process;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.api.process.Cases.at;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.engagementledger.api.process.ApiClient.Reply;
import org.engagementledger.api.process.Tables.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One request under one key has one effect, however often it is made and on whichever instance. */
class RepeatedRequestsTest {

    private static final int CROWD = 20;
    private static final Cases CASES = new Cases();

    @AutoClose private static TwoInstances services;

    @BeforeAll
    static void start(@TempDir Path directory) {
        services = TwoInstances.start(directory, 5);
    }

    @AfterEach
    void theLedgerIsWhole() {
        services.tables().events().assertWhole();
    }

    @Test
    void oneOfTwentyAtOnceSubmits() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String submission = CASES.submission();
            Reply answer = oneEffect("/engagements", submission, 201, 2);
            assertThat(services.tables().eventsOf(answer.id()).rows()).hasSize(1);
        }
    }

    @Test
    void oneOfTwentyAtOnceWritesToACaseThatIsThere() throws InterruptedException {
        String engagement = CASES.putForward(services.any());
        for (int round = 0; round < 5; round++) {
            Reply answer =
                    oneEffect(
                            at(engagement, "pleas"),
                            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}",
                            200,
                            1);
            assertThat(answer.version()).isEqualTo(2L + round);
        }
    }

    @Test
    void oneOfTwentyAtOnceBooks() throws InterruptedException {
        String engagement = CASES.putForward(services.any());
        Cases.Surgery surgery = CASES.schedule(services.any());
        for (int round = 0; round < 5; round++) {
            oneEffect(at(engagement, "booking"), surgery.booking(round), 200, round == 0 ? 2 : 4);
        }
    }

    /** All ask at once; then each instance answers again, also when the answers were lost. */
    private static Reply oneEffect(String path, String json, int status, int events)
            throws InterruptedException {
        String key = UUID.randomUUID().toString();

        List<Reply> replies =
                AllAtOnce.run(CROWD, i -> services.number(i).as("defence").post(path, json, key));

        Map<Boolean, List<Reply>> byAcceptance =
                replies.stream().collect(groupingBy(Reply::accepted));
        assertThat(byAcceptance.get(true)).isNotEmpty();
        Reply answer = byAcceptance.get(true).getFirst();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(byAcceptance.get(true)).containsOnly(answer);
        assertThat(byAcceptance.getOrDefault(false, List.of()))
                .allMatch(reply -> reply.status() == 409)
                .extracting(Reply::code)
                .allMatch("REQUEST_IN_FLIGHT"::equals);
        assertThat(written(path, key)).hasSize(events);

        for (int instance = 0; instance < 2; instance++) {
            assertThat(services.number(instance).as("defence").post(path, json, key))
                    .isEqualTo(answer);
        }
        services.tables().sql().sql("DELETE FROM working.answer").update();
        for (int instance = 0; instance < 2; instance++) {
            assertThat(services.number(instance).as("defence").post(path, json, key))
                    .isEqualTo(answer);
        }
        assertThat(written(path, key)).hasSize(events);
        return answer;
    }

    private static Stream<Row> written(String path, String key) {
        String request = ApiClient.request("defence", path, key);
        return services.tables().events().rows().stream()
                .filter(
                        row ->
                                row.metadata()
                                        .path("idempotencyKeyHash")
                                        .asString("")
                                        .equals(request));
    }
}
