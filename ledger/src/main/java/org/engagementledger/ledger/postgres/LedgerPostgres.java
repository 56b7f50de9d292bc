package org.engagementledger.ledger.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL server of the ledger's own, kept in one directory, durable across hard kills of this
 * process and of itself.
 *
 * <p>It listens on the loopback interface only, on a port of its own at each start, and asks every
 * role for its generated password. One living process may use a home at a time; what a killed one
 * left running is stopped first.
 *
 * <p>{@link #close()} stops the server. If nobody called it when the virtual machine exits, the
 * server is stopped once its last session has ended, so that whoever still has work to finish in
 * the exit can; half a minute later in any case.
 */
public final class LedgerPostgres implements AutoCloseable {

    private static final Duration PATIENCE_AT_EXIT = Duration.ofSeconds(30);

    private final Path dataDirectory;
    private final HomeLock lock;
    private final EmbeddedPostgres server;
    private final Credentials owner;
    private final Credentials service;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean exiting;

    private LedgerPostgres(
            Path dataDirectory, HomeLock lock, EmbeddedPostgres server, Passwords passwords) {
        this.dataDirectory = dataDirectory;
        this.lock = lock;
        this.server = server;
        this.owner = new Credentials(Database.OWNER, passwords.owner());
        this.service = new Credentials(Database.SERVICE, passwords.service());
    }

    /**
     * Starts the server on this home, which is made if it doesn't exist.
     *
     * @param home where the data, the passwords and the server's log are kept
     * @return the running server, with its database and roles
     * @throws IllegalStateException if another living process uses this home, if there is data
     *     without its passwords, or if a server that was left running can't be stopped
     * @throws UncheckedIOException if the directory can't be written or the server doesn't come up;
     *     {@code postgres.log} in the home says why
     */
    public static LedgerPostgres start(Path home) {
        try {
            Path realHome = Files.createDirectories(home).toRealPath();
            HomeLock lock = HomeLock.take(realHome);
            try {
                return start(realHome, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The ledger's PostgreSQL in " + home + " did not start", e);
        }
    }

    private static LedgerPostgres start(Path home, HomeLock lock) throws IOException {
        DataDirectory data = new DataDirectory(home);
        data.stopWhatWasLeftRunning();
        Passwords passwords = data.isComplete() ? Passwords.readFrom(home) : Passwords.keptIn(home);
        if (!data.isComplete()) {
            data.create(passwords);
        }
        data.deleteWhatWasLeftUnfinished();
        var postgres = new LedgerPostgres(data.path(), lock, data.serve(passwords), passwords);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(postgres::stopAtExit, "ledger-postgres-exit"));
        return postgres;
    }

    /** The address of the ledger's database, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + Database.NAME;
    }

    /** The role that owns the database: it migrates, and nothing else logs in as it. */
    public Credentials owner() {
        return owner;
    }

    /** The role that the running service logs in as: it may do what the migrations grant it. */
    public Credentials service() {
        return service;
    }

    /** Ends all sessions, stops the server and frees the home. Harmless twice. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try (lock) {
            if (!exiting) {
                server.close();
            }
            Postmaster.stopAllOn(dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopAtExit() {
        exiting = true;
        if (!closed.get()) {
            Postmaster.of(dataDirectory)
                    .ifPresent(postmaster -> postmaster.stopOnceUnused(PATIENCE_AT_EXIT));
            close();
        }
    }

    /** A role and its password. */
    public record Credentials(String user, String password) {

        /** The user alone: a password has no place in a log. */
        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }
}
