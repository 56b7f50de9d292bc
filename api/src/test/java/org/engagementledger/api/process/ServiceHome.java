package org.engagementledger.api.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.engagementledger.api.security.development.Accounts;

/** A ledger's home as an operator finds it: its data directory, its secrets, its server. */
record ServiceHome(Path path) {

    private static final Duration TO_END = Duration.ofSeconds(30);
    private static final int PORT_LINE = 3;

    ServiceHome {
        try {
            path = Files.createDirectories(path).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose service makes no accounts when it first starts: it has those that tests know. */
    static ServiceHome withAccounts(Path path) {
        ServiceHome home = new ServiceHome(path);
        Accounts.giveTo(home.path());
        return home;
    }

    private String secret(String name) {
        try {
            return Files.readString(path.resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables of the server that runs here, as the service's role. */
    Tables tables() {
        return new Tables(
                "jdbc:postgresql://127.0.0.1:"
                        + postmasterFile().get(PORT_LINE).strip()
                        + "/engagement_ledger",
                "ledger_service",
                secret("postgres-service"));
    }

    /** The same as the role that owns them. */
    Tables tablesAsOwner() {
        return new Tables(tables().url(), "ledger_owner", secret("postgres-owner"));
    }

    /** The server of this home, if it lives. */
    Optional<ProcessHandle> postmaster() {
        if (!Files.exists(postmasterPath())) {
            return Optional.empty();
        }
        return postmasterFile().stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(ServiceHome::isPostgres)
                .filter(this::worksHere);
    }

    /** SIGKILL, and nothing else. */
    void killPostmaster() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Leaves no server behind. */
    void stopPostgres() {
        postmaster().ifPresent(ServiceHome::end);
    }

    private static void end(ProcessHandle postmaster) {
        postmaster.destroyForcibly();
        try {
            postmaster.onExit().get(TO_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL " + postmaster.pid() + " lives on", e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(it -> Path.of(it).endsWith("postgres")).isPresent();
    }

    private boolean worksHere(ProcessHandle process) {
        String arguments = String.join(" ", process.info().arguments().orElse(new String[0]));
        return arguments.isEmpty() || arguments.contains(path.toString());
    }

    private List<String> postmasterFile() {
        try {
            return Files.readAllLines(postmasterPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path postmasterPath() {
        return path.resolve("postgres").resolve("postmaster.pid");
    }
}
