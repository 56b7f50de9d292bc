package org.engagementledger.ledger.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    @TempDir Path directory;

    @Test
    void aNewFileIsItsOwnersAlone() throws IOException {
        Path file = directory.resolve("keys/of/ours/master-key.json");
        MasterKey.createFile(file);
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(directory.resolve("keys"))).isEqualTo("rwx------");
        assertThat(permissions(directory.resolve("keys/of/ours"))).isEqualTo("rwx------");
        try (Stream<Path> left = Files.list(directory.resolve("keys/of/ours"))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void theFileAndItsBase64AreTheSameKey() throws IOException {
        Path file = directory.resolve("master-key.json");
        String wrapped = MasterKey.createFile(file).newDataKey("person-1");
        String text = Base64.getMimeEncoder().encodeToString(Files.readAllBytes(file));
        assertThat(MasterKey.fromFile(file).unwrap("person-1", wrapped)).isNotNull();
        assertThat(MasterKey.fromText("\n" + text + "\n").unwrap("person-1", wrapped)).isNotNull();
    }

    @Test
    void aFileThatIsThereIsNeverReplaced() throws IOException {
        Path file = directory.resolve("master-key.json");
        MasterKey.createFile(file);
        byte[] first = Files.readAllBytes(file);
        MasterKey.createFile(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    @Test
    void whoeverMakesTheFileAtTheSameTimeGetsTheSameKey() throws Exception {
        Path file = directory.resolve("new/master-key.json");
        Set<String> wrapped = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<String> create = () -> MasterKey.createFile(file).newDataKey("person-1");
            for (var made : threads.invokeAll(List.of(create, create, create, create))) {
                wrapped.add(made.get());
            }
        }
        MasterKey key = MasterKey.fromFile(file);
        assertThat(wrapped).hasSize(4).allSatisfy(one -> key.unwrap("person-1", one));
    }

    @Test
    void aMissingFileIsNamed() {
        Path file = directory.resolve("master-key.json");
        assertThatThrownBy(() -> MasterKey.fromFile(file))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Path file = directory.resolve("master-key.json");
        MasterKey.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> MasterKey.fromFile(file))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void noErrorShowsTheKey() throws IOException {
        Path file = directory.resolve("master-key.json");
        MasterKey.createFile(file);
        String keyset = Files.readString(file);
        for (String damaged :
                List.of(
                        "",
                        "{}",
                        "secret",
                        keyset.replace(":", ";"),
                        keyset.replace("AesGcm", ""))) {
            Files.writeString(file, damaged);
            assertMalformed(() -> MasterKey.fromFile(file));
            assertMalformed(() -> MasterKey.fromText(damaged));
            assertMalformed(() -> MasterKey.fromText(base64(damaged)));
        }
    }

    @Test
    void aDataKeyOpensForItsOwnSubjectAndMasterKeyAlone() {
        MasterKey ours = MasterKey.createFile(directory.resolve("ours.json"));
        MasterKey theirs = MasterKey.createFile(directory.resolve("theirs.json"));
        String wrapped = ours.newDataKey("person-1");
        assertThat(ours.unwrap("person-1", wrapped)).isNotNull();
        assertThatThrownBy(() -> ours.unwrap("person-2", wrapped))
                .isInstanceOf(MasterKeyUnusable.class);
        assertThatThrownBy(() -> theirs.unwrap("person-1", wrapped))
                .isInstanceOf(MasterKeyUnusable.class)
                .hasMessageContaining("person-1")
                .hasMessageContaining("begun with");
        assertThatThrownBy(() -> ours.unwrap("person-1", "not base64"))
                .isInstanceOf(MasterKeyUnusable.class);
    }

    private static void assertMalformed(Callable<MasterKey> load) {
        assertThatThrownBy(load::call)
                .isInstanceOf(MasterKeyUnusable.class)
                .hasNoCause()
                .hasMessageContaining("Tink keyset")
                .hasMessageNotContainingAny("secret", "keyData", "value");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
