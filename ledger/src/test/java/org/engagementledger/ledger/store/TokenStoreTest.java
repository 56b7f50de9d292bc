package org.engagementledger.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenStoreTest {

    private static final TrackingToken AT_NINE =
            GapAwareTrackingToken.newInstance(9, List.of(4L, 7L));
    private static final TrackingToken AT_TWENTY = GapAwareTrackingToken.newInstance(20, List.of());

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private Ledger ledger;
    private TokenStore tokens;
    private TransactionManager transactions;

    @BeforeEach
    void open(@TempDir Path temporary) {
        ledger = Ledger.open(database, temporary);
        tokens = ledger.context().getBean(TokenStore.class);
        transactions = ledger.context().getBean(TransactionManager.class);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    static List<TrackingToken> kinds() {
        return List.of(
                AT_NINE,
                new GlobalSequenceTrackingToken(3),
                MergedTrackingToken.merged(AT_NINE, AT_TWENTY),
                ReplayToken.createReplayToken(AT_TWENTY, AT_NINE),
                ReplayToken.createReplayToken(AT_TWENTY, AT_NINE, "corrected rates"),
                ReplayToken.createReplayToken(AT_TWENTY));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyTokenIsReadBack(TrackingToken token) {
        transactions.executeInTransaction(
                () -> tokens.initializeTokenSegments("schedule", 2, AT_NINE));
        transactions.executeInTransaction(() -> tokens.fetchToken("schedule", 1));
        transactions.executeInTransaction(() -> tokens.storeToken(token, "schedule", 1));

        assertThat(transactions.fetchInTransaction(() -> tokens.fetchToken("schedule", 1)))
                .isEqualTo(token);
        assertThat(transactions.fetchInTransaction(() -> tokens.fetchSegments("schedule")))
                .containsExactly(0, 1);
    }

    @Test
    void aClaimIsKeptFromOthers() {
        transactions.executeInTransaction(() -> tokens.initializeTokenSegments("schedule", 1));
        transactions.executeInTransaction(() -> tokens.fetchToken("schedule", 0));
        database.asService().sql("UPDATE working.token SET owner = 'another'").update();

        assertThatExceptionOfType(UnableToClaimTokenException.class)
                .isThrownBy(
                        () ->
                                transactions.executeInTransaction(
                                        () -> tokens.fetchToken("schedule", 0)));
    }

    @Test
    void theStoreHasAnIdOfItsOwn() {
        var first = transactions.fetchInTransaction(tokens::retrieveStorageIdentifier);

        assertThat(first).isPresent();
        assertThat(transactions.fetchInTransaction(tokens::retrieveStorageIdentifier))
                .isEqualTo(first);
    }
}
