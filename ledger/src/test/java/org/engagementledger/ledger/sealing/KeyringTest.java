package org.engagementledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.engagementledger.domain.casework.Personal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class KeyringTest {

    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOTHING = new byte[0];

    @TempDir Path directory;

    private final DataSource database = DataKeyDatabase.asService();
    private final CountingDataSource counted = new CountingDataSource(database);
    private final String subject = "person-" + UUID.randomUUID();
    private MasterKey master;

    @BeforeEach
    void emptyTable() throws SQLException {
        DataKeyDatabase.execute(DataKeyDatabase.asOwner(), "TRUNCATE ledger.data_key");
        master = MasterKey.createFile(directory.resolve("master-key.json"));
    }

    @Test
    void aSubjectKeepsItsKey() throws GeneralSecurityException {
        byte[] sealed = keyring().findOrMake(subject).encrypt(PLAIN, NOTHING);
        assertThat(keyring().findOrMake(subject).decrypt(sealed, NOTHING)).isEqualTo(PLAIN);
        assertThat(keyring().find(subject).orElseThrow().decrypt(sealed, NOTHING)).isEqualTo(PLAIN);
    }

    @Test
    void lookingForAKeyMakesNone() {
        assertThat(keyring().find(subject)).isEmpty();
        assertThat(keyring().find(subject)).isEmpty();
    }

    @Test
    void everybodyWhoAsksAtTheSameTimeGetsTheSameKey() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<Aead> keys = race("race-" + round, List.of(keyring(), keyring()));
            byte[] sealed = keys.getFirst().encrypt(PLAIN, NOTHING);
            for (Aead key : keys) {
                assertThat(key.decrypt(sealed, NOTHING)).isEqualTo(PLAIN);
            }
        }
    }

    private static List<Aead> race(String subject, List<Keyring> keyrings) throws Exception {
        int threads = 16;
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<Aead>> asking = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            Keyring keyring = keyrings.get(thread % keyrings.size());
            asking.add(
                    () -> {
                        start.await();
                        return keyring.findOrMake(subject);
                    });
        }
        List<Aead> keys = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (Future<Aead> key : pool.invokeAll(asking)) {
                keys.add(key.get());
            }
        }
        return keys;
    }

    @Test
    void aKeyInMemoryCostsNoQuery() {
        Keyring keyring = new Keyring(counted, master);
        keyring.findOrMake(subject);
        int before = counted.connections();
        keyring.findOrMake(subject);
        keyring.find(subject);
        keyring.preload(Set.of(subject));
        assertThat(counted.connections()).isEqualTo(before);
    }

    @Test
    void manyKeysAreOpenedWithOneQuery() {
        Set<String> subjects = new HashSet<>();
        for (int person = 0; person < 200; person++) {
            keyring().findOrMake("person-" + person);
            subjects.add("person-" + person);
        }
        Keyring reading = new Keyring(counted, master);
        reading.preload(subjects);
        assertThat(subjects).allSatisfy(one -> assertThat(reading.find(one)).isPresent());
        assertThat(counted.connections()).isEqualTo(1);
    }

    @Test
    void theKeysOfSeveralSubjectsAreMadeAtOnce() {
        Keyring keyring = new Keyring(counted, master);
        keyring.findOrMake(subject);
        int before = counted.connections();
        Sealer sealer = new Sealer(keyring);
        record Person(Personal<String> name, int age) {}
        sealer.prepareToSeal(
                List.of(
                        new Person(Personal.known(subject, "Ada"), 40),
                        List.of(
                                new Person(Personal.known("other", "Bo"), 41),
                                new Person(Personal.known("third", "Cy"), 42),
                                new Person(new Personal.Erased<>("fourth"), 43))));
        assertThat(counted.connections()).as("look up, add").isEqualTo(before + 2);

        sealer.seal(new Personal.Known<>("other", "Bo"));
        sealer.seal(new Personal.Known<>("third", "Cy"));
        assertThat(counted.connections()).isEqualTo(before + 2);
        assertThat(keyring().find("fourth")).isEmpty();
    }

    @Test
    void onlyTheLastUsedKeysStayInMemory() {
        Keyring keyring = new Keyring(counted, master, 2);
        keyring.findOrMake("first");
        keyring.findOrMake("second");
        keyring.find("first");
        keyring.findOrMake("third");
        int before = counted.connections();
        keyring.find("first");
        keyring.find("third");
        assertThat(counted.connections()).isEqualTo(before);
        keyring.find("second");
        assertThat(counted.connections()).isEqualTo(before + 1);
    }

    @Test
    void aMasterKeyThatIsNotThisLedgersIsFoundOut() {
        MasterKey other = MasterKey.createFile(directory.resolve("other.json"));
        new Keyring(database, other).verify();
        keyring().findOrMake(subject);
        keyring().verify();
        Keyring wrong = new Keyring(database, other);
        assertThatThrownBy(wrong::verify).isInstanceOf(MasterKeyUnusable.class);
        assertThatThrownBy(() -> wrong.find(subject)).isInstanceOf(MasterKeyUnusable.class);
        assertThatThrownBy(() -> wrong.findOrMake(subject)).isInstanceOf(MasterKeyUnusable.class);
    }

    @Test
    void noKeyIsMadeInSomebodysTransaction() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Keyring keyring = new Keyring(new SingleConnectionDataSource(connection, true), master);
            assertThatIllegalStateException()
                    .isThrownBy(() -> keyring.findOrMake(subject))
                    .withMessageContaining("commit at once");
        }
        assertThat(keyring().find(subject)).isEmpty();
    }

    @Test
    void theServiceMayNeitherChangeNorDestroyAKey() {
        keyring().findOrMake(subject);
        for (String sql :
                List.of(
                        "DELETE FROM ledger.data_key",
                        "UPDATE ledger.data_key SET wrapped_key = ''",
                        "TRUNCATE ledger.data_key")) {
            assertThatThrownBy(() -> DataKeyDatabase.execute(database, sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nobodySharesTheKeyOfNobody() {
        assertThatThrownBy(() -> keyring().findOrMake("")).isInstanceOf(DataAccessException.class);
    }

    private Keyring keyring() {
        return new Keyring(database, master);
    }
}
