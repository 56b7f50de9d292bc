package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.engagementledger.api.EngagementLedger;
import org.engagementledger.api.limits.OutOfTheWay;
import org.engagementledger.api.security.development.Accounts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demonstration in a virtual machine of its own, on a free port of the loopback interface, for
 * tests that stop it or kill it.
 *
 * <p>It sees no test classes, so that no test's configuration becomes part of it.
 */
final class ServiceProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration TO_STOP = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final String STARTED = "Started EngagementLedger in";

    private final Process process;
    private final ServiceHome home;
    private final Path log;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader;
    private final Thread exitHook;
    private final AtomicReference<@Nullable Accounts> accounts = new AtomicReference<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServiceProcess(Process process, ServiceHome home, Path log) {
        this.process = process;
        this.home = home;
        this.log = log;
        this.reader =
                Thread.ofPlatform().daemon().name("log of " + process.pid()).start(this::read);
        this.exitHook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(exitHook);
    }

    /** Starts it, and waits until it answers. */
    static ServiceProcess start(ServiceHome home, Path log, Map<String, String> properties) {
        return launch(home, log, properties).awaitStarted();
    }

    /**
     * Starts it.
     *
     * @param log the file that its output is added to
     * @param properties beside those that every test's service has
     */
    static ServiceProcess launch(ServiceHome home, Path log, Map<String, String> properties) {
        return launch(home, log, properties, null);
    }

    /**
     * Starts it on a machine that has this time zone, and waits until it answers.
     *
     * @param zone such as {@code America/New_York}
     */
    static ServiceProcess startIn(
            String zone, ServiceHome home, Path log, Map<String, String> properties) {
        return launch(home, log, properties, zone).awaitStarted();
    }

    private static ServiceProcess launch(
            ServiceHome home, Path log, Map<String, String> properties, @Nullable String zone) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m"));
        command.add("--enable-native-access=ALL-UNNAMED");
        if (zone != null) {
            command.add("-Duser.timezone=" + zone);
        }
        command.addAll(List.of("-cp", classPath(), EngagementLedger.class.getName()));
        command.add("--spring.profiles.active=demo");
        command.add("--server.port=0");
        command.add("--server.tomcat.basedir=" + log.resolveSibling(log.getFileName() + ".tomcat"));
        command.add("--ledger.home=" + home.path());
        Map<String, String> all = new HashMap<>(OutOfTheWay.LIMITS);
        all.putAll(properties);
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            // Not as arguments, among which no secret is taken.
            builder.environment()
                    .put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(all));
            if (zone != null) {
                builder.environment().put("TZ", zone);
            }
            return new ServiceProcess(builder.start(), home, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        Path tests =
                Path.of(
                        URI.create(
                                ServiceProcess.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()));
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(tests))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read() {
        int found = 0;
        try (BufferedReader lines = process.inputReader(UTF_8);
                BufferedWriter out =
                        Files.newBufferedWriter(
                                log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                Matcher tomcat = PORT.matcher(line);
                found = tomcat.find() ? Integer.parseInt(tomcat.group(1)) : found;
                if (line.contains(STARTED)) {
                    port.complete(found);
                }
            }
            port.completeExceptionally(new IllegalStateException("It ended: see " + tail()));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    ServiceProcess awaitStarted() {
        try {
            port.get(TO_START.toSeconds(), TimeUnit.SECONDS);
            return this;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException("The service did not start:\n" + tail(), e);
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    /** Where on the loopback interface it listens. */
    int port() {
        return port.join();
    }

    /** Asks in the name of this login. */
    ApiClient as(String login) {
        URI base = URI.create("http://127.0.0.1:" + port() + "/api");
        return new ApiClient(http, base, accounts.updateAndGet(this::known).authorization(login));
    }

    private Accounts known(@Nullable Accounts before) {
        return before != null
                ? before
                : new Accounts(home.path(), URI.create("http://127.0.0.1:" + port()));
    }

    /**
     * Ends it as nothing can be refused; a PostgreSQL that it started is left behind. Harmless
     * twice.
     */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends it as an operator does. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(TO_STOP)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end within " + TO_STOP + "\n" + tail());
            }
            reader.join(TO_STOP);
            http.shutdownNow();
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Leaves nothing running, also if it was killed before. Harmless twice. */
    @Override
    public void close() {
        kill();
        home.stopPostgres();
    }
}
