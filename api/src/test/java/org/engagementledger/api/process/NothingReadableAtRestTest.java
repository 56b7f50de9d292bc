package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.engagementledger.api.process.ApiClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever gets hold of the disk without the master key learns of no person: neither from the
 * tables, nor from the write-ahead log, nor from what the service and its database log.
 */
class NothingReadableAtRestTest {

    /** What is no secret, and is therefore found by the same search. */
    private static final Map<String, String> CONTROL = Map.of("URN", PersonalCases.URN);

    private final Markers markers = new Markers();

    /** What was refused, and is to be seen nowhere. */
    private final Markers refused = new Markers();

    private Path directory;
    private ServiceHome home;
    private ServiceProcess service;

    @BeforeEach
    void start(@TempDir Path fresh) {
        directory = fresh;
        home = ServiceHome.withAccounts(fresh.resolve("home"));
        service =
                ServiceProcess.start(
                        home, fresh.resolve("service.log"), Map.of("ledger.snapshot-every", "4"));
    }

    @AfterEach
    void leaveNothingRunning() {
        service.close();
    }

    @Test
    void noPersonalValueIsReadableInAnyFile() throws IOException {
        PersonalCases cases = new PersonalCases(service, markers);
        String inPerson = cases.inPerson();
        String represented = cases.represented(new Cases().schedule(service));
        List<Reply> refusals = new PersonalCases(service, refused).refused(represented);
        assertThat(refusals).allMatch(reply -> reply.status() / 100 == 4);

        everybodySeesTheirs(cases.history(represented), cases.history(inPerson));
        isAskedForByName(refused.shared("name"));
        isAskedForByName(PersonalCases.URN);
        assertThat(inTables(markers.traces())).isEmpty();
        assertThat(inTables(refused.traces())).isEmpty();
        assertThat(inTables(CONTROL))
                .isNotEmpty()
                .doesNotContainKeys("ledger.access", "ledger.access_engagement");
        assertThat(inTables(Map.of("an engagement", represented)))
                .containsKeys("ledger.access", "ledger.access_engagement");

        service.stop();

        assertThat(inFiles(markers.traces())).isEmpty();
        assertThat(inFiles(refused.traces())).isEmpty();
        Map<Path, List<String>> control = inFiles(CONTROL);
        assertThat(control.keySet())
                .as("tables and write-ahead log")
                .anyMatch(file -> file.toString().contains("/base/"))
                .anyMatch(file -> file.toString().contains("/pg_wal/"));
    }

    private void everybodySeesTheirs(String represented, String inPerson) {
        String auditor = history("auditor", represented) + history("auditor", inPerson);
        assertThat(auditor).contains(markers.visible("SHARED", "DEFENCE_ONLY", "PROSECUTION_ONLY"));
        String prosecutor = history("prosecutor", represented) + history("prosecutor", inPerson);
        assertThat(prosecutor)
                .contains(markers.visible("SHARED", "PROSECUTION_ONLY"))
                .doesNotContain(markers.visible("DEFENCE_ONLY"));
        assertThat(history("other-defence", represented))
                .contains(markers.visible("DEFENCE_ONLY"))
                .doesNotContain(markers.visible("PROSECUTION_ONLY"));
        // Without at=: of others' cases nobody learns how far they have come.
        String address = represented.substring(0, represented.indexOf('?'));
        assertThat(service.as("defence").get(address).status())
                .as("after the transfer")
                .isEqualTo(404);
    }

    /** Where an id or a code is asked for, a client may send anything. */
    private void isAskedForByName(String name) {
        for (String path :
                List.of(
                        "/engagements/" + name,
                        "/engagements/" + name + "/history",
                        "/engagements/" + name + "/accesses",
                        "/surgeries/" + name)) {
            assertThat(service.as("auditor").get(path).status()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of(
                        "/engagements?firm=%s",
                        "/schedule?day=2020-11-05&lead=%1$s&firm=%1$s",
                        "/accesses?actor=%1$s&firm=%1$s",
                        "/accesses?askedFor=%s",
                        "/accesses?engagement=%s")) {
            service.as("auditor").get(path.formatted(name)).orFail();
        }
        for (String path : List.of("/engagements?court=%s", "/schedule?day=2020-11-05&court=%s")) {
            assertThat(service.as("auditor").get(path.formatted(name)).code())
                    .as(path)
                    .isEqualTo("COURT_OUT_OF_SCOPE");
        }
    }

    private String history(String login, String path) {
        return service.as(login).get(path).orFail().body().toString();
    }

    /** What stands in any row of any table, as the server writes it out. */
    private Map<String, List<String>> inTables(Map<String, String> traces) {
        Tables owner = home.tablesAsOwner();
        Map<String, List<String>> found = new TreeMap<>();
        owner.sql()
                .sql(
                        """
                        SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables
                        WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
                        """)
                .query(String.class)
                .list()
                .forEach(
                        table ->
                                owner.sql()
                                        .sql("SELECT t::text FROM " + table + " t")
                                        .query(String.class)
                                        .list()
                                        .forEach(
                                                row ->
                                                        add(
                                                                found,
                                                                table,
                                                                traces,
                                                                row.getBytes(UTF_8))));
        return found;
    }

    /** What stands in any file but the secrets, byte for byte. */
    private Map<Path, List<String>> inFiles(Map<String, String> traces) throws IOException {
        Path secrets = home.path().resolve("secrets");
        Map<Path, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.toRealPath())) {
            for (Path file :
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(secrets))
                            .toList()) {
                add(found, file, traces, Files.readAllBytes(file));
            }
        }
        return found;
    }

    private static <K> void add(
            Map<K, List<String>> found, K where, Map<String, String> traces, byte[] content) {
        List<String> there = Markers.found(traces, content);
        if (!there.isEmpty()) {
            found.put(where, there);
        }
    }
}
