package org.engagementledger.ledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server of a data directory, found by what the directory says about it and recognised
 * by what the operating system says. A process that only has inherited its number is never touched.
 */
record Postmaster(ProcessHandle process, Path dataDirectory) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    /**
     * PostgreSQL 18 never ends if it is told to in the midst of recovering from a crash; to cut it
     * off loses nothing.
     */
    private static final Duration FAST = Duration.ofSeconds(15);

    private static final Duration IMMEDIATE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    /** A number that no process on Linux or macOS has: their largest are smaller. */
    private static final String NOBODY = "4194304";

    /** The living server of this directory. */
    static Optional<Postmaster> of(Path dataDirectory) {
        return pidIn(dataDirectory)
                .flatMap(ProcessHandle::of)
                .filter(process -> serves(process, dataDirectory))
                .map(process -> new Postmaster(process, dataDirectory));
    }

    /**
     * Leaves the directory without a server, so that a new one can start and recover what was
     * acknowledged.
     *
     * @throws IllegalStateException if a server can't be stopped
     */
    static void stopAllOn(Path dataDirectory) throws IOException {
        of(dataDirectory).ifPresent(Postmaster::stop);
        killBackendsOn(dataDirectory);
        forgetForeignPid(dataDirectory);
    }

    /**
     * Sessions are ended and their transactions rolled back. A server that doesn't obey is stopped
     * the hard way.
     */
    void stop() {
        signal("INT");
        if (ends(FAST)) {
            return;
        }
        LOG.warn(
                "PostgreSQL {} on {} did not shut down; it will have to recover",
                process.pid(),
                dataDirectory);
        signal("QUIT");
        if (ends(IMMEDIATE)) {
            return;
        }
        process.destroyForcibly();
        if (!ends(IMMEDIATE)) {
            throw new IllegalStateException(
                    "PostgreSQL " + process.pid() + " on " + dataDirectory + " can't be stopped");
        }
    }

    /** Takes no more sessions, and stops when the last has ended of its own accord. */
    void stopOnceUnused(Duration patience) {
        signal("TERM");
        ends(patience);
    }

    private boolean ends(Duration patience) {
        return happens(() -> !serves(process, dataDirectory), patience);
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.warn("Could not send {} to PostgreSQL {}", name, process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * After a hard kill of the server its sessions may linger, and while one does no server can
     * start.
     */
    private static void killBackendsOn(Path dataDirectory) {
        happens(
                () -> {
                    List<ProcessHandle> backends =
                            ProcessHandle.allProcesses()
                                    .filter(process -> serves(process, dataDirectory))
                                    .toList();
                    backends.forEach(ProcessHandle::destroyForcibly);
                    return backends.isEmpty();
                },
                IMMEDIATE);
    }

    /**
     * PostgreSQL refuses to start while a process with the number in the file is alive, whatever it
     * is. Only the number goes: the rest of the file lets PostgreSQL check for itself that nobody
     * uses the directory's memory.
     */
    private static void forgetForeignPid(Path dataDirectory) throws IOException {
        if (pidIn(dataDirectory).flatMap(ProcessHandle::of).isPresent()) {
            Path file = pidFile(dataDirectory);
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, NOBODY);
            Files.write(file, lines);
        }
    }

    private static boolean serves(ProcessHandle process, Path dataDirectory) {
        return isPostgres(process)
                && (worksIn(process, dataDirectory) || isToldToServe(process, dataDirectory));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(
                        command ->
                                Path.of(command).endsWith("postgres")
                                        || command.endsWith("/postgres (deleted)"))
                .isPresent();
    }

    /** Linux: every process of a server works in its data directory. */
    private static boolean worksIn(ProcessHandle process, Path dataDirectory) {
        try {
            return Files.isSameFile(Path.of("/proc/" + process.pid() + "/cwd"), dataDirectory);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isToldToServe(ProcessHandle process, Path dataDirectory) {
        return process.info()
                .arguments()
                .map(List::of)
                .orElse(List.of())
                .contains(dataDirectory.toString());
    }

    private static Optional<Long> pidIn(Path dataDirectory) {
        try {
            return Files.readAllLines(pidFile(dataDirectory)).stream()
                    .findFirst()
                    .map(line -> Long.valueOf(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path pidFile(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }

    private static boolean happens(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
