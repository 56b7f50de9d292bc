package org.engagementledger.ledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Stage;
import org.engagementledger.ledger.store.LedgerDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AccessLogTest {

    private static final Actor READER =
            new Actor("defence", Role.DEFENCE_PRACTITIONER, new FirmId("example-and-co"));
    private static final String ONE = "0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a10";
    private static final String OTHER = "0c5d9b1e-7d0f-4c39-9f0e-3f1f9c1b2a11";

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final AccessLog log =
            new AccessLog(
                    database.asService(),
                    Clock.fixed(Instant.parse("2020-11-05T15:00:00.123Z"), ZoneOffset.UTC));

    private static Access access(@Nullable String askedFor, String... engagements) {
        return new Access(
                READER, What.ENGAGEMENT, askedFor, Set.of(engagements), engagements.length);
    }

    private List<String> rows() {
        return database.asService()
                .sql(
                        """
                        SELECT concat_ws(' ', access.read_at, actor, role, firm, what, asked_for, shown, engagement_id)
                        FROM ledger.access LEFT JOIN ledger.access_engagement AS told ON told.access_id = access.id
                            AND told.read_at = access.read_at
                        ORDER BY access.id, engagement_id
                        """)
                .query(String.class)
                .list();
    }

    @Test
    void whoReadWhatAndWhen() {
        log.add(access(ONE, OTHER, ONE));
        log.add(access(null));

        assertThat(rows())
                .containsExactly(
                        "1604588400123 defence DEFENCE_PRACTITIONER example-and-co ENGAGEMENT "
                                + (ONE + " 2 " + ONE),
                        "1604588400123 defence DEFENCE_PRACTITIONER example-and-co ENGAGEMENT "
                                + (ONE + " 2 " + OTHER),
                        "1604588400123 defence DEFENCE_PRACTITIONER example-and-co ENGAGEMENT 0");
    }

    @Test
    void inWhichTermsATableWasAskedFor() {
        Terms terms =
                Terms.NONE
                        .andCode("code", "N1")
                        .and("what", What.ENGAGEMENT)
                        .and("stage", (Stage) null)
                        .andCode("court", "B01CN00")
                        .and("from", LocalDate.of(2020, 11, 2));
        log.add(new Access(READER, What.EVALUATION, null, terms, Set.of(), 4));
        log.add(access(null));

        assertThat(terms.words())
                .isEqualTo("code=N1 what=ENGAGEMENT court=B01CN00 from=2020-11-02");
        assertThat(
                        database.asService()
                                .sql(
                                        "SELECT coalesce(terms, 'none') FROM ledger.access ORDER BY id")
                                .query(String.class)
                                .list())
                .containsExactly(terms.words(), "none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Dan Madeup",
                "Madeup",
                "01ZD0303920",
                "MADEUP",
                "A=B",
                "dan@madeup.example"
            })
    void whatIsNoCodeIsNoTerm(String sent) {
        assertThat(Terms.NONE.andCode("court", sent)).isEqualTo(Terms.NONE);
    }

    @Test
    void inATransactionThatCouldUndoItNothingIsRecorded() {
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(database.service()));

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> log.add(access(ONE))));
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, "B01CN00-2020-11-05T1500"})
    void anIdIsKept(String askedFor) {
        assertThat(access(askedFor).askedFor()).isEqualTo(askedFor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01ZD0303920",
                "Dan-Madeup",
                "1990-02-28",
                "Dan-2020-11-05T1500x",
                "0C5D9B1E-7D0F-4C39-9F0E-3F1F9C1B2A10",
                ONE + "\n"
            })
    void whateverElseWasSentIsNot(String sent) {
        assertThat(access(sent).askedFor()).isNull();
    }
}
