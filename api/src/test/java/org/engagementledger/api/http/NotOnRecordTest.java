package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.ledger.postgres.LedgerPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where it can't be recorded who reads, nothing is shown. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NotOnRecordTest extends OverHttp {

    private static final String[] OF_THE_CASE = {
        "Ada Specimen", "Dan Madeup", "Theft from a shop", "01ZD", "engagement.Submitted"
    };

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

    private void nothingCanBeRecorded() {
        asOwner("REVOKE INSERT ON ledger.access FROM ledger_service");
    }

    @AfterEach
    void everythingCanBeRecorded() {
        asOwner("GRANT INSERT ON ledger.access, ledger.access_engagement TO ledger_service");
    }

    private CaseFile bookedAndShown() {
        CaseFile file = newCase().booked();
        auditor.get("/api/engagements?limit=1&" + Login.at(file.id())).isOk(200);
        return file;
    }

    private void nothingIsShown(CaseFile file) {
        for (String path :
                List.of(
                        file.path(""),
                        file.path("/history"),
                        file.path("/accesses"),
                        "/api/engagements",
                        "/api/engagements?urn=" + file.urn(),
                        "/api/surgeries/" + file.surgery(),
                        "/api/schedule?day=" + LondonTime.dateOf(file.slot()),
                        "/api/events?limit=500")) {
            Reply reply = auditor.get(path).isProblem(503).saysNothingOf(OF_THE_CASE);
            assertThat(reply.text().replace(path, "")).doesNotContain(file.id());
            assertThat(reply.header("ETag")).isEmpty();
            assertThat(reply.header("Link")).isEmpty();
        }
        defence.get(file.path("")).isProblem(503).saysNothingOf(OF_THE_CASE);
    }

    @Test
    void nothingIsShownWhereTheAccessCantBeRecorded() {
        CaseFile file = bookedAndShown();
        nothingCanBeRecorded();

        nothingIsShown(file);
        auditor.get("/api/accesses").isProblem(503);
        otherDefence.get(file.path("")).isProblem(503);

        everythingCanBeRecorded();
        defence.get(file.path("")).isOk(200);
    }

    @Test
    void norWhereItCantBeRecordedWhatWasShown() {
        CaseFile file = bookedAndShown();
        asOwner("REVOKE INSERT ON ledger.access_engagement FROM ledger_service");

        nothingIsShown(file);
    }

    @Test
    void aStreamDoesntBegin() {
        nothingCanBeRecorded();

        Reply reply =
                Login.send(auditor.request("/api/events").header("Accept", "text/event-stream"));

        assertThat(reply.status()).isEqualTo(503);
        reply.saysNothingOf(OF_THE_CASE);
    }

    @Test
    void aStreamIsCutOff() throws Exception {
        try (Listening stream = new Listening(auditor, "/api/events")) {
            stream.until("follows");
            nothingCanBeRecorded();
            CaseFile file = newCase().submitted();

            assertThat(stream.rest()).doesNotContain(OF_THE_CASE).doesNotContain(file.id());
        }
    }

    @Test
    void writingGoesOn() {
        nothingCanBeRecorded();

        newCase().booked();
    }
}
