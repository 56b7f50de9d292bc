package org.engagementledger.ledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The generated passwords of the server's three roles, each in a file that only its owner may read.
 */
final class Passwords {

    private static final int BYTES = 32;

    private final Path directory;
    private final String superuser;
    private final String owner;
    private final String service;

    private Passwords(Path directory) throws IOException {
        this.directory = directory;
        this.superuser = read("superuser");
        this.owner = read("owner");
        this.service = read("service");
    }

    /** The passwords that are there, and new ones for those that aren't. */
    static Passwords keptIn(Path home) throws IOException {
        Path directory = DurableFiles.ownersAloneDirectory(directoryIn(home));
        for (String role : new String[] {"superuser", "owner", "service"}) {
            Path file = file(directory, role);
            if (!Files.exists(file)) {
                DurableFiles.write(file, generate());
            }
        }
        return new Passwords(directory);
    }

    /** The passwords of a server that has its data already: a new one would open nothing. */
    static Passwords readFrom(Path home) throws IOException {
        return new Passwords(directoryIn(home));
    }

    String superuser() {
        return superuser;
    }

    Path superuserFile() {
        return file(directory, "superuser");
    }

    String owner() {
        return owner;
    }

    String service() {
        return service;
    }

    private String read(String role) throws IOException {
        Path file = file(directory, role);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "There is a database, but the password that opens it is missing: "
                            + file
                            + ". Bring the file back from where it was saved.");
        }
        return Files.readString(file);
    }

    private static Path directoryIn(Path home) {
        return home.resolve("secrets");
    }

    private static Path file(Path directory, String role) {
        return directory.resolve("postgres-" + role);
    }

    private static String generate() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
