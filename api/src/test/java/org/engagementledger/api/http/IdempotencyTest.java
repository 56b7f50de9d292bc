package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.engagementledger.domain.casework.LondonTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A request that is made again under its key is answered again, and has no second effect. */
class IdempotencyTest extends OverHttp {

    private static final String OFFER =
            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}";

    private final String key = UUID.randomUUID().toString();
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ScheduledTaskHolder scheduled;

    IdempotencyTest(
            @Autowired JdbcClient database,
            @Autowired PlatformTransactionManager transactions,
            @Autowired ScheduledTaskHolder scheduled) {
        this.scheduled = scheduled;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    private Reply ask(Login login, String path, String json) {
        return login.post(path, json, "Idempotency-Key", key);
    }

    /** As if its time had come, or the table had been lost. */
    private void forgetAnswers() {
        database.sql("DELETE FROM working.answer").update();
    }

    private int kept() {
        return database.sql("SELECT count(*) FROM working.answer").query(Integer.class).single();
    }

    @Test
    void aSubmissionIsMadeOnce() {
        CaseFile file = newCase();
        Reply first = ask(defence, "/api/engagements", file.request()).isOk(201);

        ask(defence, "/api/engagements", file.request()).isSameAs(first);
        forgetAnswers();
        ask(defence, "/api/engagements", file.request()).isSameAs(first);

        String history =
                first.header("Location") + "/history?at=" + first.header("Ledger-Position");
        assertThat(defence.get(history).isOk(200).json()).hasSize(1);
    }

    @Test
    void whatCameIntoBeingIsTheSameWhateverCameAfter() {
        CaseFile file = newCase().booked();
        Reply first = ask(defence, file.path("/pleas"), OFFER).isOk(200);
        assertThat(first.json().path("created").path(0).asString()).isEqualTo("P1");
        defence.post(file.path("/pleas"), OFFER).isOk(200);

        ask(defence, file.path("/pleas"), OFFER).isSameAs(first);
        forgetAnswers();
        ask(defence, file.path("/pleas"), OFFER).isSameAs(first);

        assertThat(file.history(auditor)).hasSize(5);
    }

    @Test
    void whatWasWrittenTogetherIsAnsweredAsOne() {
        CaseFile file = newCase().booked();
        Reply first = ask(defence, file.path("/booking"), file.booking(1)).isOk(200);
        defence.post(file.path("/booking/cancellation"), "{}").isOk(200);

        ask(defence, file.path("/booking"), file.booking(1)).isSameAs(first);
        forgetAnswers();
        ask(defence, file.path("/booking"), file.booking(1)).isSameAs(first);

        defence.post(file.path("/booking/cancellation"), "{}").isRefused(409, "NOTHING_BOOKED");
    }

    @Test
    void aNoticeIsGivenAgain() {
        CaseFile file = newCase().booked();
        String tooEarly = "{\"newDate\":\"%s\"}".formatted(LondonTime.dateOf(file.slot()));
        Reply first = ask(coordinator, file.path("/hearing"), tooEarly).isOk(200);
        assertThat(first.json().path("notices")).hasSize(1);

        forgetAnswers();
        ask(coordinator, file.path("/hearing"), tooEarly).isSameAs(first);
    }

    @Test
    void aSessionIsScheduledOnce() {
        CaseFile file = newCase();
        String session = file.session(CaseFile.COURT, Duration.ofHours(1));
        Reply first = ask(coordinator, "/api/surgeries", session).isOk(201);

        ask(coordinator, "/api/surgeries", session).isSameAs(first);
        forgetAnswers();
        ask(coordinator, "/api/surgeries", session).isSameAs(first);
        coordinator.post("/api/surgeries", session).isRefused(409, "SURGERY_EXISTS");
    }

    @Test
    void aRefusalIsAnAnswer() {
        CaseFile file = newCase().putForward();
        Reply first =
                ask(defence, file.path("/booking/cancellation"), "{}")
                        .isRefused(409, "NOTHING_BOOKED");
        file.scheduledSurgery();
        defence.post(file.path("/booking"), file.booking(0)).isOk(200);

        ask(defence, file.path("/booking/cancellation"), "{}").isSameAs(first);
        assertThat(file.history(auditor)).hasSize(3);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        CaseFile file = newCase().submitted();
        ask(defence, file.path("/pleas"), OFFER).isOk(200);

        ask(defence, file.path("/pleas"), OFFER.replace("GUILTY", "BIND_OVER"))
                .isRefused(422, "KEY_REUSED");
        assertThat(file.history(auditor)).hasSize(2);
        ask(defence, file.path("/pleas"), OFFER.replace(",", " ,\n ")).isOk(200);
    }

    @Test
    void aKeyIsOnePersonsForOneThing() {
        CaseFile one = newCase().submitted();
        CaseFile other = newCase().submitted();
        String relisting = "{\"newDate\":\"%s\"}".formatted(one.hearing().plusDays(1));

        ask(defence, one.path("/hearing"), relisting).isOk(200);
        ask(coordinator, one.path("/hearing"), relisting).isRefused(422, "SAME_DATE /newDate");
        ask(defence, other.path("/hearing"), relisting).isOk(200);
        ask(defence, one.path("/pleas"), OFFER).isOk(200);
        assertThat(one.history(auditor)).hasSize(3);
    }

    @Test
    void whileTheFirstIsInFlightTheSecondIsToldToWait() {
        CaseFile file = newCase().submitted();
        String request = hash("defence\nPOST " + file.path("/pleas") + "\n" + key);

        Reply meanwhile =
                transaction.execute(
                        status -> {
                            database.sql("SELECT pg_advisory_xact_lock(?)")
                                    .param(Long.parseUnsignedLong(request.substring(0, 16), 16))
                                    .query()
                                    .listOfRows();
                            return ask(defence, file.path("/pleas"), OFFER);
                        });

        assertThat(meanwhile).isNotNull();
        meanwhile.isRefused(409, "REQUEST_IN_FLIGHT");
        assertThat(meanwhile.header("Retry-After")).isEqualTo("1");
        assertThat(file.history(auditor)).hasSize(1);
        ask(defence, file.path("/pleas"), OFFER).isOk(200);
    }

    @Test
    void aRepetitionIsAnsweredAlsoIfItsVersionIsNoLongerThere() {
        CaseFile file = newCase().submitted();
        String note = "{\"notes\":[{\"visibility\":\"SHARED\",\"text\":\"More\"}]}";
        String[] headers = {"If-Match", "\"0\"", "Idempotency-Key", key};
        Reply first = defence.patch(file.path("/details"), note, headers).isOk(200);

        defence.patch(file.path("/details"), note, headers).isSameAs(first);
        assertThat(file.history(auditor)).hasSize(2);
    }

    @Test
    void whoeverWasOutdatedMayAskOnTheCurrentVersionUnderTheSameKey() {
        CaseFile file = newCase().submitted();
        String note = "{\"notes\":[{\"visibility\":\"SHARED\",\"text\":\"More\"}]}";

        defence.patch(file.path("/details"), note, "If-Match", "\"7\"", "Idempotency-Key", key)
                .isRefused(412, "VERSION_OUTDATED");
        defence.patch(file.path("/details"), note, "If-Match", "\"0\"", "Idempotency-Key", key)
                .isOk(200);
    }

    @Test
    void whatHasNoShapeUsesNoKeyUp() {
        CaseFile file = newCase().submitted();

        ask(defence, file.path("/pleas"), "{\"plea\":\"GUILTY\"}")
                .isRefused(422, "REQUIRED /defendant", "REQUIRED /offence");
        ask(defence, file.path("/pleas"), OFFER).isOk(200);
    }

    @Test
    void nothingThatIsKeptTellsWhatWasAsked() {
        CaseFile file = newCase();
        ask(defence, "/api/engagements", file.request()).isOk(201);

        assertThat(
                        database.sql("SELECT row_to_json(a)::text FROM working.answer a")
                                .query(String.class)
                                .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains("Specimen") || row.contains(key))
                .noneMatch(row -> row.contains(hash(file.request())))
                .allMatch(row -> row.contains("sealed"));
    }

    @Test
    void withoutAKeyNothingIsKept() {
        forgetAnswers();
        newCase().booked();

        assertThat(kept()).isZero();
    }

    @Test
    void answersAreForgottenAfterAWeek() {
        forgetAnswers();
        Instant week = now().minus(Duration.ofDays(7));
        database.sql(
                        """
                        INSERT INTO working.answer (request, fingerprint, accepted, answer, answered_at)
                        SELECT i::text, '{}', true, '{}', ? + i * 1000 FROM generate_series(-2500, 2500) i
                        """)
                .param(week.toEpochMilli())
                .update();

        scheduled.getScheduledTasks().stream()
                .filter(task -> task.toString().endsWith("Forgetting.forget"))
                .forEach(task -> task.getTask().getRunnable().run());

        assertThat(kept()).isBetween(2_400, 2_501);
        forgetAnswers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\there", "k256"})
    void aKeyThatIsNoneIsRefused(String odd) {
        String malformed = odd.equals("k256") ? "k".repeat(256) : odd;
        CaseFile file = newCase().submitted();

        Reply reply = defence.post(file.path("/pleas"), OFFER, "Idempotency-Key", malformed);

        reply.isProblem(400);
        assertThat(reply.json().at("/errors/0/code").asString())
                .isEqualTo("IDEMPOTENCY_KEY_MALFORMED");
        assertThat(reply.json().at("/errors/0/header").asString()).isEqualTo("Idempotency-Key");
        assertThat(file.history(auditor)).hasSize(1);
    }

    @Test
    void aRequestHasOneKeyOfUpTo255Characters() {
        CaseFile file = newCase().submitted();

        for (String dryRun : List.of("?dryRun=true", "")) {
            defence.post(
                            file.path("/pleas") + dryRun,
                            OFFER,
                            "Idempotency-Key",
                            "one",
                            "Idempotency-Key",
                            "two")
                    .isProblem(400);
        }
        defence.post(file.path("/pleas"), OFFER, "Idempotency-Key", "~ " + "k".repeat(253))
                .isOk(200);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
