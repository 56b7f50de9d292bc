package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call of the README, as a newcomer pastes it into a shell. */
class ReadmeTest {

    private static final Pattern SHELL =
            Pattern.compile("^( *)```sh\\n(.*?)^ *```", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void aCasesLifeCallByCall(@TempDir Path folder) throws IOException, InterruptedException {
        ServiceHome home = new ServiceHome(folder.resolve("data"));
        try (ServiceProcess service =
                ServiceProcess.start(home, folder.resolve("log"), Map.of("ledger.play", "true"))) {
            String script =
                    told(folder.resolve("log"))
                            + calls().replace("127.0.0.1:8080", "127.0.0.1:" + service.port());
            Process shell =
                    new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
            assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(shell.exitValue()).as(said).isZero();
            assertThat(said.lines().filter(line -> line.contains("\"notices\":[]")).count())
                    .as("accepted commands in %s", said)
                    .isEqualTo(16);
            assertThat(said)
                    .containsSubsequence(
                            "\"status\":\"IN_TRIAGE\"",
                            "B01CN00-2020-11-05T1500",
                            "\"position\":3",
                            "\"event\":\"Submitted\"",
                            "\"event\":\"Triaged\"",
                            "\"event\":\"SlotBooked\"",
                            "\"event\":\"MeetingHeld\"",
                            "\"event\":\"Resolved\"",
                            "\"event\":\"PleaOffered\"",
                            "\"event\":\"PleaAgreed\"",
                            "B01CN00-2020-12-10T1500",
                            "\"agrees\":true",
                            "\"kind\":\"INVITATION\"",
                            "\"priority\":true",
                            "BEGIN:VCALENDAR",
                            "\"medianNoticeHours\"",
                            "\"shareAnsweredAtTriage\"",
                            "\"figure\":\"PLEAS_AGREED_BEFORE_TRIAL\"",
                            "\"kind\":\"PLEA_AGREED\"",
                            "\"finding\":\"PERHAPS_OFFERED_EARLIER\"",
                            "2020-W45,",
                            "\"overdue\":6",
                            "\"grade\":\"PROBABLE\"",
                            "\"criterion\":\"LITIGANT_IN_PERSON\"",
                            "\"event\":\"Rebaselined\"")
                    .containsSubsequence(
                            "URN_MALFORMED", "COURT_OUT_OF_SCOPE", "IDPC_NOT_RECEIVED", "NO_ISSUE")
                    .containsOnlyOnce("\"status\":4");
        }
    }

    @Test
    void theProgramThatItNamesIsTheOneThatIsBuilt() throws IOException {
        String build = Files.readString(root().resolve("api/pom.xml"), UTF_8);
        assertThat(
                        Pattern.compile("([\\w./-]+)\\.jar\\b")
                                .matcher(Files.readString(root().resolve("README.md"), UTF_8))
                                .results()
                                .map(jar -> jar.group(1)))
                .isNotEmpty()
                .allSatisfy(
                        jar -> {
                            assertThat(jar).startsWith("api/target/");
                            assertThat(build)
                                    .contains(
                                            "<finalName>%s</finalName>"
                                                    .formatted(Path.of(jar).getFileName()));
                        });
    }

    /** The line that the first start tells whoever watches it, when it has started. */
    private static String told(Path log) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            Optional<String> told =
                    Files.readAllLines(log).stream()
                            .filter(line -> line.startsWith("PASSWORDS="))
                            .findFirst();
            if (told.isPresent()) {
                return told.get() + "\n";
            }
            Thread.sleep(100);
        }
        throw new AssertionError("No passwords are told in " + log);
    }

    private static String calls() throws IOException {
        String readme = Files.readString(root().resolve("README.md"), UTF_8);
        String life =
                readme.substring(
                        readme.indexOf("## The pilot, played"), readme.indexOf("## Every command"));
        return SHELL.matcher(life)
                .results()
                .map(ReadmeTest::dedented)
                .collect(Collectors.joining("\n"));
    }

    private static String dedented(MatchResult block) {
        return Pattern.compile("^" + block.group(1), Pattern.MULTILINE)
                .matcher(block.group(2))
                .replaceAll("");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
