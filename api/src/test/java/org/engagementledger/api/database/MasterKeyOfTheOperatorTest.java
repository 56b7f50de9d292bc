package org.engagementledger.api.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.engagementledger.api.LedgerProperties;
import org.engagementledger.ledger.postgres.LedgerPostgres;
import org.engagementledger.ledger.sealing.MasterKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class MasterKeyOfTheOperatorTest {

    @TempDir Path home;

    private final ObjectProvider<LedgerPostgres> noneEmbedded =
            new StaticListableBeanFactory().getBeanProvider(LedgerPostgres.class);

    private LedgerProperties with(Path masterKeyFile) {
        return new LedgerProperties(
                home,
                false,
                masterKeyFile,
                null,
                List.of(),
                Duration.ZERO,
                10,
                2,
                Duration.ofHours(24),
                Duration.ofHours(1),
                Duration.ofHours(48),
                null,
                new LedgerProperties.Evaluation(5),
                false,
                0,
                0);
    }

    @Test
    void noKeyIsMadeBesideADatabaseOfTheOperators() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DatabaseConfiguration().masterKey(with(null), noneEmbedded))
                .withMessageContaining("ledger.master-key-file");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void theOperatorsKeyIsTaken() {
        Path file = home.resolve("keys").resolve("master-key.json");
        MasterKey.createFile(file);

        assertThat(new DatabaseConfiguration().masterKey(with(file), noneEmbedded)).isNotNull();
    }
}
