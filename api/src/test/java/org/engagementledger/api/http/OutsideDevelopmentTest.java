package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.security.development.Accounts;
import org.engagementledger.ledger.store.LedgerIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same service without the demonstration: its own ledger, and the true time. */
@SpringBootTest(classes = EngagementLedger.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OutsideDevelopmentTest {

    private static final Path HOME = OverHttp.temporaryHome();

    private final ApplicationContext context;

    @LocalServerPort private int port;

    OutsideDevelopmentTest(@Autowired ApplicationContext context) {
        this.context = context;
    }

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        properties.add("ledger.home", () -> HOME);
    }

    @Test
    void onlyThisMachineReachesItsDevelopmentAccounts() {
        assertThat(context.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");

        URI service = URI.create("http://127.0.0.1:" + port);
        new Login(service, new Accounts(HOME, service).authorization("auditor"))
                .get("/api/me")
                .isOk(200);
    }

    @Test
    void theTimeIsTheTrueOneAndNobodyMovesIt() {
        assertThat(context.getBeansOfType(Clock.class)).containsOnlyKeys("clock");
        assertThat(context.getBean(Clock.class)).isEqualTo(Clock.systemUTC());
        assertThat(context.getBeanNamesForType(Object.class))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("demo"));
    }

    @Test
    void nothingIsScheduledThatNobodyOrdered() {
        assertThat(
                        context.getBean(JdbcClient.class)
                                .sql("SELECT count(*) FROM ledger.event")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void noDemonstrationMayWriteToItsLedger() {
        JdbcClient database = context.getBean(JdbcClient.class);

        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerIdentity.open(database, true, Instant.now()))
                .withMessageContaining("not for demonstration");
        assertThat(LedgerIdentity.open(database, false, Instant.now()).demo()).isFalse();
        assertThat(
                        database.sql("SELECT count(*) FROM ledger.demo_clock")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void itsKeysAreItsOwnersAlone() throws Exception {
        assertThat(Files.getPosixFilePermissions(HOME.resolve("secrets")))
                .extracting(Enum::name)
                .allMatch(permission -> permission.startsWith("OWNER"));
    }
}
