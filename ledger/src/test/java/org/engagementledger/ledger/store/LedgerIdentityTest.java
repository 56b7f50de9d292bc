package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerIdentityTest {

    private static final Instant MADE = Instant.parse("2020-11-05T15:00:00.123Z");

    private final LedgerDatabase database = LedgerDatabase.fresh();

    private LedgerIdentity open(boolean demo, Instant now) {
        return LedgerIdentity.open(database.asService(), demo, now);
    }

    @Test
    void whatItIsWhenMadeItStays() {
        LedgerIdentity made = open(true, MADE);

        assertThat(made.demo()).isTrue();
        assertThat(made.createdAt()).isEqualTo(MADE);
        assertThat(open(true, MADE.plusSeconds(60))).isEqualTo(made);
    }

    @Test
    void aDemoIsNeverTakenForReal() {
        LedgerIdentity demo = open(true, MADE);

        assertThatIllegalStateException()
                .isThrownBy(() -> open(false, MADE))
                .withMessageStartingWith("The ledger " + demo.id() + " was made for demonstration");
    }

    @Test
    void noDemoWritesToARealOne() {
        LedgerIdentity real = open(false, MADE);

        assertThatIllegalStateException()
                .isThrownBy(() -> open(true, MADE))
                .withMessageStartingWith("The ledger " + real.id())
                .withMessageContaining("is not for demonstration");
    }
}
