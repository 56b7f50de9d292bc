package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.ledger.postgres.LedgerPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** Whoever can't have a slot is told which ones they can have. */
class AlternativesTest extends OverHttp {

    @Autowired private LedgerPostgres postgres;

    private void asOwner(String sql) {
        JdbcClient.create(
                        new DriverManagerDataSource(
                                postgres.jdbcUrl(),
                                postgres.owner().user(),
                                postgres.owner().password()))
                .sql(sql)
                .update();
    }

    @AfterEach
    void everythingCanBeRecorded() {
        asOwner("GRANT INSERT ON ledger.access TO ledger_service");
    }

    private static JsonNode error(Reply refused) {
        return refused.json().path("errors").path(0);
    }

    private static List<String> list(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    /** First of all these; then there may be such as other tests have left, if they are earlier. */
    private static void hasAlternatives(Reply refused, Instant... starts) {
        JsonNode error = error(refused);
        List<Instant> named =
                list(error.path("alternatives")).stream().map(Instant::parse).toList();
        Instant latest = List.of(starts).stream().max(Comparator.naturalOrder()).orElseThrow();
        assertThat(named)
                .startsWith(starts)
                .hasSizeLessThanOrEqualTo(5)
                .allMatch(start -> !start.isAfter(latest));
        assertThat(error.path("surgeries")).hasSameSizeAs(named);
        String words = String.join(", ", named.stream().map(LondonTime::words).toList());
        assertThat(error.path("detail").asString()).endsWith("Free: " + words + ".");
        assertThat(refused.json().path("detail").asString()).contains(words);
    }

    private Reply book(CaseFile file, String session, Instant start) {
        return defence.post(file.path("/booking"), Highbury.booking(session, start));
    }

    @Test
    void aTakenSlotNamesTheNearestOfAllComingSessions() {
        Highbury court = new Highbury(this);
        String small = court.session(7, "15:00", 3);
        court.session(6, "17:40", 1);
        court.session(8, "12:00", 1);
        court.session(9, "15:00", 9);
        court.session(1, "15:00", 9);
        court.session("B01BH00", 7, "15:20", 9);
        Instant wanted = court.at(7, "15:20");
        court.book(court.putForward(30), small, wanted);
        CaseFile late = court.putForward(10);

        Reply taken = book(late, small, wanted).isRefused(409, "SLOT_TAKEN /start");

        hasAlternatives(
                taken,
                court.at(7, "15:00"),
                court.at(7, "15:40"),
                court.at(8, "12:00"),
                court.at(6, "17:40"),
                court.at(9, "15:00"));
        assertThat(error(taken).path("detail").asString()).startsWith("The slot is taken. Free: ");
        List<String> surgeries = list(error(taken).path("surgeries"));
        assertThat(surgeries.subList(0, 2)).containsOnly(small);
        Reply trial =
                defence.post(late.path("/booking?dryRun=true"), Highbury.booking(small, wanted))
                        .isRefused(409, "SLOT_TAKEN /start");
        assertThat(error(trial)).isEqualTo(error(taken));
        book(late, surgeries.get(2), court.at(8, "12:00")).isOk(200);
    }

    @Test
    void noneIsNamedThatIsTooLateForTheHearingOrPast() {
        Highbury court = new Highbury(this);
        String before = court.session(2, "15:00", 2);
        String after = court.session(3, "15:00", 3);
        CaseFile file = court.putForward(3);

        hasAlternatives(
                book(file, after, court.at(3, "15:00")).isRefused(422, "SLOT_TOO_LATE /start"),
                court.at(2, "15:20"),
                court.at(2, "15:00"));
        hasAlternatives(
                book(file, after, court.at(3, "15:01"))
                        .isRefused(422, "SLOT_TOO_LATE /start", "OFF_GRID /start"),
                court.at(2, "15:20"),
                court.at(2, "15:00"));
        hasAlternatives(
                book(file, before, court.at(2, "15:11")).isRefused(422, "OFF_GRID /start"),
                court.at(2, "15:20"),
                court.at(2, "15:00"));
        hasAlternatives(
                book(file, "nothing", court.at(1, "15:00"))
                        .isRefused(422, "SURGERY_UNKNOWN /surgery"),
                court.at(2, "15:00"),
                court.at(2, "15:20"));
        Reply past =
                book(file, before, Instant.parse("2019-01-01T00:00:00Z"))
                        .isRefused(422, "SLOT_IN_PAST /start", "OFF_GRID /start");
        assertThat(list(error(past).path("alternatives")).stream().map(Instant::parse))
                .isNotEmpty()
                .allMatch(start -> start.isAfter(now()))
                .isSorted();
    }

    @Test
    void anotherCourtsSessionNamesThoseOfTheOwn() {
        Highbury court = new Highbury(this);
        String own = court.session(2, "15:00", 1);
        String other = court.session("B01BH00", 1, "15:00", 2);

        Reply refused =
                book(court.putForward(5), other, court.at(1, "15:00"))
                        .isRefused(422, "OTHER_COURT /surgery");

        hasAlternatives(refused, court.at(2, "15:00"));
        assertThat(list(error(refused).path("surgeries"))).startsWith(own);
    }

    @Test
    void anOfferThatIsOverNamesWhatIsFreeNearIt() {
        Highbury court = new Highbury(this);
        String small = court.session(7, "15:00", 1);
        court.session(6, "15:00", 1);
        court.session(8, "15:00", 1);
        court.session(9, "15:00", 1);
        endWaitingAt(Highbury.COURT);
        CaseFile file = court.putForward(9);
        defence.post(file.path("/waiting"), "{}").isOk(200);
        offer(file, small, court.at(7, "15:00"));
        awaitShown(file.id());
        String acceptance = file.path("/offer/acceptance");
        coordinator
                .post("/api/surgeries/%s/block".formatted(small), "{\"reason\":\"No court room\"}")
                .isOk(200);
        auditor.get("/api/demo/clock?at=%s@4".formatted(file.id())).isOk(200);

        Reply gone = defence.post(acceptance, "{}").isRefused(409, "NOTHING_ON_OFFER");

        assertThat(list(error(gone).path("alternatives")))
                .as("The next, which may be such as other tests have left")
                .isNotEmpty();
        assertThat(error(gone).path("detail").asString())
                .startsWith("No slot is on offer to this engagement. Free: ");
        otherDefence
                .post(acceptance, "{}")
                .isRefused(404, "ENGAGEMENT_UNKNOWN")
                .saysNothingOf("alternatives");

        String next = court.session(5, "15:00", 1);
        offer(file, next, court.at(5, "15:00"));
        auditor.get("/api/demo/clock?at=%s@5".formatted(file.id())).isOk(200);
        timePasses(Duration.ofHours(25));
        Reply ended = defence.post(acceptance, "{}");
        assertThat(ended.status()).isEqualTo(409);
        assertThat(error(ended).path("code").asString())
                .as("Whether or not that has been noticed")
                .isIn("OFFER_ENDED", "NOTHING_ON_OFFER");
        assertThat(list(error(ended).path("alternatives"))).isNotEmpty();

        defence.post(file.path("/waiting/end"), "{}").isOk(200);
        awaitShown(file.id());
        assertThat(defence.post(acceptance, "{}").isRefused(409, "NOTHING_ON_OFFER").text())
                .as("Whoever doesn't wait is told of none")
                .doesNotContain("alternatives");
    }

    @Test
    void whoeverMayNotKnowOfTheEngagementIsToldOfNone() {
        Highbury court = new Highbury(this);
        String session = court.session(2, "15:00", 1);
        CaseFile file = court.putForward(1);

        Reply refused =
                otherDefence
                        .post(
                                file.path("/booking"),
                                Highbury.booking(session, court.at(2, "15:00")))
                        .isRefused(404, "ENGAGEMENT_UNKNOWN");

        assertThat(refused.text()).doesNotContain("alternatives");
    }

    @Test
    void theSlotIsRefusedThoughNoneCanBeRead() {
        Highbury court = new Highbury(this);
        String session = court.session(2, "15:00", 2);
        court.book(court.putForward(30), session, court.at(2, "15:00"));
        CaseFile second = court.putForward(30);
        asOwner("REVOKE INSERT ON ledger.access FROM ledger_service");

        Reply refused =
                book(second, session, court.at(2, "15:00")).isRefused(409, "SLOT_TAKEN /start");

        assertThat(list(error(refused).path("alternatives")))
                .as("What the domain knows of the session itself")
                .containsExactly(court.at(2, "15:20").toString());
    }
}
