package org.engagementledger.ledger.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The server's data directory in a home. It is made under another name, with the database and the
 * roles in it, and renamed when it is complete: whatever interrupts the first start, the next one
 * finds either all of it or nothing.
 */
record DataDirectory(Path home) {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final String NAME = "postgres";
    private static final String UNFINISHED = NAME + ".new-";

    Path path() {
        return home.resolve(NAME);
    }

    boolean isComplete() {
        return Files.exists(path().resolve("PG_VERSION"));
    }

    /**
     * To be called only by who holds the home's lock: nobody else can have a use for these servers.
     */
    void stopWhatWasLeftRunning() throws IOException {
        Postmaster.stopAllOn(path());
        for (Path unfinished : unfinished()) {
            Postmaster.stopAllOn(unfinished);
        }
    }

    /**
     * Not at once after stopping what worked there: an {@code initdb} that loses its server tidies
     * up for itself.
     */
    void deleteWhatWasLeftUnfinished() throws IOException {
        for (Path unfinished : unfinished()) {
            delete(unfinished);
        }
    }

    /**
     * Each attempt has a name of its own: an {@code initdb} that outlived its caller writes into no
     * other's files.
     */
    void create(Passwords passwords) throws IOException {
        Path unfinished = home.resolve(UNFINISHED + UUID.randomUUID());
        try (EmbeddedPostgres server = new Server(unfinished, log(), passwords).start()) {
            Database.create(server.getPostgresDatabase(), passwords);
        }
        Postmaster.stopAllOn(unfinished);
        DurableFiles.move(unfinished, path());
    }

    EmbeddedPostgres serve(Passwords passwords) throws IOException {
        return new Server(path(), log(), passwords).start();
    }

    private Path log() throws IOException {
        return DurableFiles.ownersAlone(home.resolve("postgres.log"));
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> entries = Files.list(home)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
    }

    private static void delete(Path unfinished) {
        try {
            FileSystemUtils.deleteRecursively(unfinished);
        } catch (IOException e) {
            LOG.warn(
                    "Could not delete {}, left behind by an interrupted first start; the next start tries again",
                    unfinished,
                    e);
        }
    }
}
