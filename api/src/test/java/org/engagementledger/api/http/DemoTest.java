package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.engagementledger.ledger.store.LedgerIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the first command of the README starts. */
class DemoTest extends OverHttp {

    private static final Instant BEGIN = Instant.parse("2020-11-02T09:00:00Z");

    private final JdbcClient database;

    DemoTest(@Autowired JdbcClient database) {
        this.database = database;
    }

    @Test
    void itsTimeBeginsOnTheMondayBeforeThePilot() {
        LedgerIdentity identity = LedgerIdentity.open(database, true, Instant.EPOCH);
        List<Instant> firstSet =
                database.sql(
                                "SELECT moved_at + offset_ms FROM ledger.demo_clock ORDER BY id LIMIT 1")
                        .query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
                        .list();

        assertThat(identity.createdAt()).isEqualTo(BEGIN);
        assertThat(firstSet).containsExactly(BEGIN);
        assertThat(now()).isAfterOrEqualTo(BEGIN);
    }

    @Test
    void itsTimePasses() throws InterruptedException {
        Instant before = now();
        Thread.sleep(5);

        assertThat(now()).isAfter(before);
    }

    @Test
    void itsTimeCanBeMovedForwardOnly() {
        Instant before = now();
        timePasses(Duration.ofMinutes(10));

        assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofMinutes(10)));
        login("operator")
                .put("/api/demo/clock", "{\"now\":\"%s\"}".formatted(before))
                .isRefused(422, "CLOCK_TURNED_BACK /now");
        assertThat(now()).isAfterOrEqualTo(before.plus(Duration.ofMinutes(10)));
    }

    @Test
    void threeCourtsHaveFourThursdays() {
        List<String> surgeries =
                database.sql(
                                """
                                SELECT aggregate_id FROM ledger.event
                                WHERE name = 'surgery.SurgeryScheduled'
                                  AND metadata::jsonb ->> 'actor' = 'programme'
                                  AND aggregate_id LIKE '%T1500'
                                ORDER BY aggregate_id
                                """)
                        .query(String.class)
                        .list();

        assertThat(surgeries)
                .containsExactly(
                        "B01BH00-2020-11-05T1500",
                        "B01BH00-2020-11-12T1500",
                        "B01BH00-2020-11-19T1500",
                        "B01BH00-2020-11-26T1500",
                        "B01CN00-2020-11-05T1500",
                        "B01CN00-2020-11-12T1500",
                        "B01CN00-2020-11-19T1500",
                        "B01CN00-2020-11-26T1500",
                        "B01GU00-2020-11-05T1500",
                        "B01GU00-2020-11-12T1500",
                        "B01GU00-2020-11-19T1500",
                        "B01GU00-2020-11-26T1500");
    }

    @Test
    void theySitFromThreeToSixByLondonsClocks() {
        List<String> times =
                database.sql(
                                """
                                SELECT DISTINCT
                                       ((payload::jsonb ->> 'start')::timestamptz
                                            AT TIME ZONE 'Europe/London')::time
                                    || '-'
                                    || ((payload::jsonb ->> 'end')::timestamptz
                                            AT TIME ZONE 'Europe/London')::time
                                    || '/'
                                    || (payload::jsonb ->> 'slotMinutes')
                                FROM ledger.event
                                WHERE name = 'surgery.SurgeryScheduled'
                                  AND metadata::jsonb ->> 'actor' = 'programme'
                                  AND aggregate_id SIMILAR TO '%-2020-11-(05|12|19|26)T%'
                                """)
                        .query(String.class)
                        .list();

        assertThat(times).containsExactly("15:00:00-18:00:00/20");
    }

    @Test
    void itsLedgerIsADemonstrationForEver() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerIdentity.open(database, false, now()))
                .withMessageContaining("demonstration");
    }

    @Test
    void itIsOpenToThisMachineOnly(@Autowired Environment settings) {
        assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
    }
}
