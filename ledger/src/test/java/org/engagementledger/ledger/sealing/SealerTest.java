package org.engagementledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.engagementledger.domain.casework.Personal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {

    private static final String TEXT = "Zoë O'Neill said \"no\" \\ \t\u0007\u2028 \uD83D\uDE00";

    @TempDir Path directory;

    private final String subject = "person-" + UUID.randomUUID();
    private MasterKey master;
    private Keyring keyring;
    private Sealer sealer;

    @BeforeEach
    void freshSealer() {
        master = MasterKey.createFile(directory.resolve("master-key.json"));
        keyring = new Keyring(DataKeyDatabase.asService(), master);
        sealer = new Sealer(keyring);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jane Doe", TEXT})
    void aTextComesBackAsItWas(String text) {
        assertThat(afresh().open(seal(text), String.class))
                .isEqualTo(Personal.known(subject, text));
    }

    @Test
    void aDateComesBackAsItWas() {
        LocalDate born = LocalDate.of(1984, 2, 29);
        assertThat(afresh().open(seal(born), LocalDate.class))
                .isEqualTo(Personal.known(subject, born));
    }

    @Test
    void twoSealingsOfOneValueHaveNothingInCommon() {
        Sealed one = seal(TEXT);
        Sealed other = seal(TEXT);
        assertThat(one.sealed()).isNotEqualTo(other.sealed());
        assertThat(one.commitment()).isNotEqualTo(other.commitment());
    }

    @Test
    void whoeverHasTheKeyCanShowWhatWasCommittedTo() throws Exception {
        Sealed sealed = seal("a \"quoted\" \u001F text");
        byte[] associated =
                ("engagement-ledger sealed value 1\n" + subject).getBytes(StandardCharsets.UTF_8);
        byte[] salted = keyring.findOrMake(subject).decrypt(bytes(sealed.sealed()), associated);
        byte[] value = "\"a \\\"quoted\\\" \\u001f text\"".getBytes(StandardCharsets.UTF_8);
        assertThat(Arrays.copyOfRange(salted, 32, salted.length)).isEqualTo(value);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Arrays.copyOf(salted, 32), "HmacSHA256"));
        assertThat(mac.doFinal(value)).isEqualTo(bytes(sealed.commitment()));
    }

    @Test
    void anAlteredCiphertextBreaksTheSeal() {
        Sealed sealed = seal(TEXT);
        byte[] ciphertext = bytes(sealed.sealed());
        for (int at = 0; at < ciphertext.length; at++) {
            byte[] altered = ciphertext.clone();
            altered[at] ^= 1;
            assertBroken(new Sealed(subject, base64(altered), sealed.commitment()));
        }
        assertBroken(new Sealed(subject, "", sealed.commitment()));
        assertBroken(new Sealed(subject, "not base64", sealed.commitment()));
    }

    @Test
    void anAlteredCommitmentBreaksTheSeal() {
        Sealed sealed = seal(TEXT);
        byte[] altered = bytes(sealed.commitment());
        altered[0] ^= 1;
        assertBroken(new Sealed(subject, sealed.sealed(), base64(altered)));
        assertBroken(new Sealed(subject, sealed.sealed(), seal(TEXT).commitment()));
        assertBroken(new Sealed(subject, sealed.sealed(), ""));
        assertBroken(new Sealed(subject, sealed.sealed(), "not base64"));
    }

    @Test
    void anotherSubjectBreaksTheSeal() throws Exception {
        Sealed sealed = seal(TEXT);
        String other = "person-" + UUID.randomUUID();
        keyring.findOrMake(other);
        Sealed swapped = new Sealed(other, sealed.sealed(), sealed.commitment());
        assertBroken(swapped);
        copyKey(subject, other);
        assertThatThrownBy(() -> afresh().open(swapped, String.class))
                .isInstanceOf(MasterKeyUnusable.class);
    }

    @Test
    void aTextIsNoDateAndNoErrorQuotesIt() {
        assertThatThrownBy(() -> sealer.open(seal("Jane Doe"), LocalDate.class))
                .isInstanceOf(SealBroken.class)
                .hasNoCause()
                .hasMessageNotContaining("Jane");
    }

    @Test
    void aValueIsErasedOnceItsKeyIsGone() throws SQLException {
        Sealed sealed = seal(TEXT);
        DataKeyDatabase.execute(
                DataKeyDatabase.asOwner(),
                "DELETE FROM ledger.data_key WHERE subject = '" + subject + "'");
        assertThat(afresh().open(sealed, String.class)).isEqualTo(new Personal.Erased<>(subject));
    }

    @Test
    void aKeyMadeAfterErasureDoesNotPassForTheOldOne() throws SQLException {
        Sealed sealed = seal(TEXT);
        DataKeyDatabase.execute(
                DataKeyDatabase.asOwner(),
                "DELETE FROM ledger.data_key WHERE subject = '" + subject + "'");
        Sealer afresh = afresh();
        afresh.seal(new Personal.Known<>(subject, "new"));
        assertThatThrownBy(() -> afresh.open(sealed, String.class))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("replaced");
    }

    @Test
    void onlyWellFormedTextsAndDatesAreSealed() {
        assertThatIllegalArgumentException().isThrownBy(() -> seal(42));
        assertThatIllegalArgumentException().isThrownBy(() -> seal("half a \uD83D smile"));
        assertThat(keyring.find(subject)).isEmpty();
    }

    private static void copyKey(String from, String to) throws SQLException {
        DataKeyDatabase.execute(
                DataKeyDatabase.asOwner(),
                "UPDATE ledger.data_key SET wrapped_key = (SELECT wrapped_key FROM ledger.data_key"
                        + " WHERE subject = '%s') WHERE subject = '%s'".formatted(from, to));
    }

    private void assertBroken(Sealed sealed) {
        assertThatThrownBy(() -> sealer.open(sealed, String.class))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining(sealed.subject());
    }

    private Sealed seal(Object value) {
        return sealer.seal(new Personal.Known<>(subject, value));
    }

    /** A sealer with no key in memory. */
    private Sealer afresh() {
        return new Sealer(new Keyring(DataKeyDatabase.asService(), master));
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
