package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.ledger.sealing.MasterKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The composition is well-formed, and does nothing without secrets of its own. */
class ComposeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir private Path directory;

    private record Outcome(int status, String said) {}

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectory(directory.resolve("docker"));
        for (String file :
                List.of(
                        "docker-compose.yml",
                        "docker/create-secrets",
                        "docker/create-roles.sh",
                        "docker/healthcheck")) {
            Files.copy(ROOT.resolve(file), directory.resolve(file));
        }
    }

    private Outcome run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LEDGER_") || name.startsWith("POSTGRES_"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    @Test
    void nothingStartsWithoutSecretsAndEverythingIsGivenThem() throws Exception {
        assumeTrue(isInstalled("docker-compose"), "docker-compose isn't installed");
        assumeTrue(isInstalled("openssl"), "openssl isn't installed");

        Outcome without = run("docker-compose", "config", "--quiet");
        assertThat(without.status()).isNotZero();
        assertThat(without.said()).contains("run docker/create-secrets first");

        assertThat(run("docker/create-secrets").status()).isZero();
        Outcome with = run("docker-compose", "config", "--quiet");
        assertThat(with.status()).as(with.said()).isZero();
    }

    @Test
    void secretsAreMadeOnceAndAreTheirOwnersAlone() throws Exception {
        assumeTrue(isInstalled("openssl"), "openssl isn't installed");

        assertThat(run("docker/create-secrets").status()).isZero();
        Path secrets = directory.resolve(".env");
        String made = Files.readString(secrets);
        assertThat(made.lines().map(line -> line.replaceAll("=.*", "")))
                .containsExactly(
                        "POSTGRES_PASSWORD",
                        "LEDGER_OWNER_PASSWORD",
                        "LEDGER_SERVICE_PASSWORD",
                        "LEDGER_MASTER_KEY");
        assertThat(Files.getPosixFilePermissions(secrets)).hasSize(2);
        String masterKey = made.lines().toList().getLast().replaceFirst("[^=]*=", "");
        assertThat(MasterKey.fromText(masterKey)).isNotNull();

        assertThat(run("docker/create-secrets").status()).isNotZero();
        assertThat(Files.readString(secrets)).isEqualTo(made);
    }
}
