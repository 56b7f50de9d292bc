package org.engagementledger.api.process;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.engagementledger.api.process.ApiClient.Reply;

/** Steps of a case's life, as requests: each case has a number of its own. */
final class Cases {

    private static final String COURT = "B01CN00";
    private static final Duration SLOT = Duration.ofMinutes(20);

    /** A day after the demonstration begins. */
    private static final Instant FIRST_DAY = Instant.parse("2020-11-03T00:00:00Z");

    /** When sessions begin; none of the programme's does, and each ends on its day. */
    private static final int[] HOURS = {1, 4, 7, 10, 13, 16, 19};

    private final AtomicInteger cases = new AtomicInteger();
    private final AtomicInteger surgeries = new AtomicInteger();

    /** A session of nine slots. */
    record Surgery(String id, Instant first) {

        Stream<String> starts() {
            return IntStream.range(0, 9).mapToObj(this::start);
        }

        String start(int slot) {
            return first.plus(SLOT.multipliedBy(slot)).toString();
        }

        String booking(int slot) {
            return "{\"surgery\":\"%s\",\"start\":\"%s\"}".formatted(id, start(slot));
        }
    }

    /** A request for a case that no other request is about. */
    String submission() {
        return submission("01ZD%05d20".formatted(cases.incrementAndGet()));
    }

    static String submission(String urn) {
        return """
        {"contact":{"name":"Pat Example","email":"pat@example.cjsm.net","telephone":"020 7946 0000"},
         "urn":"%s","court":"%s","stage":"PRE_TRIAL","hearingDate":"2022-11-18",
         "defendants":[{"name":"Robin Sample","offences":[{"title":"Common assault"}]}],
         "issues":[{"category":"ACCEPTABLE_PLEA","matter":"Would a plea be acceptable?"}]}
        """
                .formatted(urn, COURT);
    }

    static String putForward() {
        return """
        {"findings":[{"issue":"I1","finding":"PUT_FORWARD"}]}
        """;
    }

    static String at(String engagement, String what) {
        return "/engagements/" + engagement + "/" + what;
    }

    /** A new engagement whose issue may be discussed at a surgery. */
    String putForward(ServiceProcess service) {
        Reply submitted = service.as("defence").post("/engagements", submission()).orFail();
        service.as("triage").post(at(submitted.id(), "triage"), putForward()).orFail();
        return submitted.id();
    }

    /** A new session that begins at another time than all others. */
    Surgery schedule(ServiceProcess service) {
        int number = surgeries.getAndIncrement();
        Instant first =
                FIRST_DAY
                        .plus(Duration.ofDays(number / HOURS.length))
                        .plus(Duration.ofHours(HOURS[number % HOURS.length]));
        Reply scheduled =
                service.as("coordinator")
                        .post(
                                "/surgeries",
                                """
                                {"court":"%s","start":"%s","end":"%s","lead":"lead-%d"}
                                """
                                        .formatted(
                                                COURT,
                                                first,
                                                first.plus(SLOT.multipliedBy(9)),
                                                number),
                                UUID.randomUUID().toString())
                        .orFail();
        return new Surgery(scheduled.id(), first);
    }
}
