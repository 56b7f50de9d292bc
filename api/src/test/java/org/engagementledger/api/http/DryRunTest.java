package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What would come of a request, without anything coming of it. */
class DryRunTest extends OverHttp {

    private static final String DRY_RUN = "?dryRun=true";
    private static final String OFFER =
            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}";

    private final JdbcClient database;

    DryRunTest(@Autowired JdbcClient database) {
        this.database = database;
    }

    /** How many rows every table has that a request might write to. */
    private List<Integer> rows() {
        return database.sql(
                        """
                        SELECT count(*) FROM ledger.event UNION ALL
                        SELECT count(*) FROM ledger.data_key UNION ALL
                        SELECT count(*) FROM working.snapshot UNION ALL
                        SELECT count(*) FROM working.answer
                        """)
                .query(Integer.class)
                .list();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aSubmissionIsForeseenAndNotMade() {
        CaseFile file = newCase();
        awaitQuiet();
        List<Integer> before = rows();

        Reply reply =
                defence.post("/api/engagements" + DRY_RUN, file.request(), "Idempotency-Key", "k")
                        .isOk(200);

        assertThat(reply.json().path("dryRun").asBoolean()).isTrue();
        assertThat(reply.json().path("version").asLong()).isZero();
        assertThat(texts(reply.json().path("events")))
                .containsExactly("claim.ClaimTaken", "engagement.Submitted");
        assertThat(reply.headers().map()).doesNotContainKeys("etag", "location", "ledger-position");
        assertThat(rows()).isEqualTo(before);
        file.submitted();
    }

    @Test
    void whatIsForeseenComesTrue() {
        CaseFile file = newCase().putForward();
        file.scheduledSurgery();
        awaitQuiet();
        List<Integer> before = rows();

        JsonNode foreseen =
                defence.post(file.path("/booking") + DRY_RUN, file.booking(0)).isOk(200).json();
        assertThat(rows()).isEqualTo(before);
        JsonNode done = defence.post(file.path("/booking"), file.booking(0)).isOk(200).json();

        for (String same : List.of("version", "created", "notices")) {
            assertThat(foreseen.path(same)).isEqualTo(done.path(same));
        }
        assertThat(texts(foreseen.path("events")))
                .containsExactly("surgery.SlotAllocated", "engagement.SlotBooked");
    }

    @Test
    void aRefusalIsTheSame() {
        CaseFile holder = newCase().booked();
        CaseFile other = newCase().putForward();
        String taken = holder.booking(0);
        awaitQuiet();
        List<Integer> before = rows();

        for (String path : List.of("/booking", "/pleas", "/triage", "/withdrawal")) {
            String body = path.equals("/booking") ? taken : "{}";
            Reply refused = defence.post(other.path(path), body);
            assertThat(refused.status()).isBetween(400, 422);
            Reply foreseen = defence.post(other.path(path) + DRY_RUN, body);
            assertThat(foreseen.text().replace(DRY_RUN, "")).isEqualTo(refused.text());
            assertThat(foreseen.status()).isEqualTo(refused.status());
        }
        defence.post("/api/engagements" + DRY_RUN, other.request())
                .isRefused(409, "ALREADY_ENGAGED /urn");
        defence.post(other.path("/pleas") + DRY_RUN, OFFER, "If-Match", "\"0\"")
                .isRefused(412, "VERSION_OUTDATED");
        defence.patch(other.path("/details") + DRY_RUN, "{}", "X-Other", "x").isProblem(428);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aLongCaseIsReadAndNoSnapshotWritten() {
        CaseFile file = newCase().submitted();
        for (int i = 0; i < 24; i++) {
            defence.post(file.path("/pleas"), OFFER).isOk(200);
        }
        database.sql("DELETE FROM working.snapshot WHERE aggregate_id = ?")
                .param(file.id())
                .update();
        awaitQuiet();
        List<Integer> before = rows();

        defence.post(file.path("/pleas") + DRY_RUN, OFFER).isOk(200);
        assertThat(rows()).isEqualTo(before);

        defence.post(file.path("/pleas"), OFFER).isOk(200);
        assertThat(rows().get(2)).isEqualTo(before.get(2) + 1);
    }

    @Test
    void aSessionIsForeseenToo() {
        CaseFile file = newCase();
        String session = file.session(CaseFile.COURT, Duration.ofHours(1));

        Reply reply = coordinator.post("/api/surgeries" + DRY_RUN, session).isOk(200);

        assertThat(texts(reply.json().path("events")))
                .containsExactly("surgery.SurgeryScheduled", "courtday.SessionPlaced");
        coordinator.post("/api/surgeries", session).isOk(201);
        coordinator.post("/api/surgeries" + DRY_RUN, session).isRefused(409, "SURGERY_EXISTS");
    }

    @Test
    void aTrialUsesNoKeyUp() {
        CaseFile file = newCase().submitted();

        defence.post(file.path("/pleas") + DRY_RUN, OFFER, "Idempotency-Key", "trial").isOk(200);
        defence.post(file.path("/pleas"), OFFER, "Idempotency-Key", "trial").isOk(200);
        assertThat(file.history(auditor)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?dryRun",
                "?dryRun=",
                "?dryRun=false",
                "?dryRun=TRUE",
                "?dryRun=1",
                "?dryRun=true&dryRun=true",
                "?dryRun=Madeup"
            })
    void itIsSaidInOneWayOnly(String query) {
        CaseFile file = newCase().submitted();

        defence.post(file.path("/pleas") + query, OFFER)
                .isRefused(422, "DRY_RUN_MALFORMED dryRun")
                .saysNothingOf("Madeup");
        assertThat(file.history(auditor)).hasSize(1);
    }

    /** Else what is only to be tried would be done. */
    @Test
    void whatHasNoDryRunRefusesOne() {
        Instant before = now();
        Login operator = login("operator");
        String hours = "{\"now\":\"%s\"}".formatted(before.plusSeconds(7200));

        operator.put("/api/demo/clock" + DRY_RUN, hours).isRefused(422, "PARAMETER_UNKNOWN dryRun");
        assertThat(now()).isBefore(before.plusSeconds(3600));
        operator.post("/api/projections/engagements/rebuild" + DRY_RUN, "")
                .isRefused(422, "PARAMETER_UNKNOWN dryRun");
    }
}
