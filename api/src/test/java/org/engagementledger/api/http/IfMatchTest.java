package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever says which version they have read overwrites nothing that they haven't. */
class IfMatchTest extends OverHttp {

    private static final String NOTE =
            "{\"notes\":[{\"visibility\":\"SHARED\",\"text\":\"More\"}]}";
    private static final String OFFER =
            "{\"defendant\":\"D1\",\"offence\":\"O1\",\"plea\":\"GUILTY\"}";

    @Test
    void anAnswerTellsTheVersionAndWhereItIsWritten() {
        CaseFile file = newCase();
        Reply submitted = defence.post("/api/engagements", file.request()).isOk(201);
        String id = submitted.json().path("id").asString();
        assertThat(submitted.header("ETag")).isEqualTo("\"0\"");
        assertThat(submitted.header("Ledger-Position")).isEqualTo(id + "@0");

        Reply offered = defence.post("/api/engagements/" + id + "/pleas", OFFER).isOk(200);
        assertThat(offered.header("ETag")).isEqualTo("\"1\"");
        assertThat(offered.header("Ledger-Position")).isEqualTo(id + "@1");

        Reply refused = defence.post("/api/engagements/" + id + "/pleas", "{}").isProblem(422);
        assertThat(refused.headers().map()).doesNotContainKeys("etag", "ledger-position");
    }

    @Test
    void aSessionHasAPositionToo() {
        CaseFile file = newCase();
        Reply scheduled =
                coordinator
                        .post("/api/surgeries", file.session(CaseFile.COURT, Duration.ofHours(1)))
                        .isOk(201);

        assertThat(scheduled.header("Ledger-Position"))
                .isEqualTo(scheduled.json().path("id").asString() + "@0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "*", " * ", "\"7\", \"0\"", "W/\"0\" , \"x,y\",,\"0\""})
    void theVersionThatWasReadIsWrittenOn(String tag) {
        CaseFile file = newCase().submitted();

        defence.patch(file.path("/details"), NOTE, "If-Match", tag).isOk(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1\"",
                "\"7\", \"8\"",
                "W/\"0\"",
                "\"\"",
                "\"00\"",
                "\"+0\"",
                "\"abc\"",
                "\"99999999999999999999\""
            })
    void onAnyOtherNothingIsDone(String tag) {
        CaseFile file = newCase().submitted();

        Reply reply = defence.patch(file.path("/details"), NOTE, "If-Match", tag);

        reply.isRefused(412, "VERSION_OUTDATED");
        assertThat(reply.header("ETag")).isEqualTo("\"0\"");
        assertThat(file.history(auditor)).hasSize(1);
        defence.patch(file.path("/details"), NOTE, "If-Match", reply.header("ETag")).isOk(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "\"0", "'0'", "w/\"0\"", "\"0\" \"1\"", "*, \"0\"", "** ", ","})
    void whatIsNoTagIsSaidToBeNone(String tag) {
        CaseFile file = newCase().submitted();

        Reply reply = defence.patch(file.path("/details"), NOTE, "If-Match", tag);

        reply.isProblem(400);
        assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("IF_MATCH_MALFORMED");
        assertThat(file.history(auditor)).hasSize(1);
    }

    @Test
    void itIsHeededOnEveryCommand() {
        CaseFile file = newCase().putForward();
        file.scheduledSurgery();

        for (String outdated : List.of("\"0\"", "\"2\"")) {
            defence.post(file.path("/booking"), file.booking(0), "If-Match", outdated)
                    .isRefused(412, "VERSION_OUTDATED");
            defence.post(file.path("/pleas"), OFFER, "If-Match", outdated)
                    .isRefused(412, "VERSION_OUTDATED");
        }
        defence.post(file.path("/booking"), file.booking(0), "If-Match", "\"1\"").isOk(200);
        defence.post(file.path("/pleas"), OFFER, "If-Match", "\"2\"").isOk(200);
    }

    @Test
    void whoeverMayNotIsToldNoVersion() {
        CaseFile file = newCase().submitted();

        for (Reply reply :
                List.of(
                        otherDefence
                                .patch(file.path("/details"), NOTE, "If-Match", "\"9\"")
                                .isRefused(404, "ENGAGEMENT_UNKNOWN"),
                        auditor.patch(file.path("/details"), NOTE, "If-Match", "\"9\"")
                                .isRefused(403, "NOT_PERMITTED"),
                        defence.patch("/api/engagements/x/details", NOTE, "If-Match", "\"9\"")
                                .isRefused(404, "ENGAGEMENT_UNKNOWN"))) {
            assertThat(reply.header("ETag")).isEmpty();
        }
    }

    @Test
    void whatCouldOverwriteMustSayWhatItHasRead() {
        CaseFile file = newCase().submitted();
        String correction =
                "{\"sequence\":0,\"reason\":{\"visibility\":\"SHARED\",\"text\":\"No\"}}";

        for (Reply reply :
                List.of(
                        defence.patch(file.path("/details"), NOTE, "X-Other", "x"),
                        coordinator.post(file.path("/corrections"), correction))) {
            reply.isProblem(428);
            assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("IF_MATCH_REQUIRED");
            assertThat(reply.json().at("/errors/0/header").asString()).isEqualTo("If-Match");
        }
        assertThat(file.history(auditor)).hasSize(1);
    }

    @Test
    void whatIsYetToBeMadeHasNoVersion() {
        CaseFile file = newCase();

        for (String tag : List.of("*", "\"0\"")) {
            defence.post("/api/engagements", file.request(), "If-Match", tag).isProblem(412);
        }
        file.submitted();
    }
}
