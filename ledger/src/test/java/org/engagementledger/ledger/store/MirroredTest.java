package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirroredTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();

    @Test
    void aNewLedgerMayBecomeAMirrorAndStaysOne() {
        assertThat(Mirrored.begin(database.asService(), "default").context()).isEqualTo("default");
        assertThat(Mirrored.begin(database.asService(), "default").context()).isEqualTo("default");
    }

    @Test
    void itMirrorsOneContextOnly() {
        Mirrored.begin(database.asService(), "default");

        assertThatIllegalStateException()
                .isThrownBy(() -> Mirrored.begin(database.asService(), "other"))
                .withMessageContaining("context default, not other");
    }

    @Test
    void aLedgerWithEventsOfItsOwnDoesNotBecomeOne(@TempDir Path temporary) {
        try (Ledger ledger = Ledger.open(database, temporary)) {
            ledger.append(Ledger.withdrawn("e-1", 0));
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> Mirrored.begin(database.asService(), "default"))
                .withMessageStartingWith("This ledger's events were written to PostgreSQL");
    }

    @Test
    void nothingElseIsWrittenToAMirror(@TempDir Path temporary) {
        Mirrored.begin(database.asService(), "default");

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> Ledger.open(database, temporary))
                .havingRootCause()
                .withMessageContaining("start with the profile axonserver");
    }
}
