package org.engagementledger.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The password of all development logins: made at the first start, and kept where only the operator
 * reads it.
 */
final class DevelopmentPassword {

    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentPassword.class);
    private static final int BYTES = 16;

    private DevelopmentPassword() {}

    static String in(Path home) {
        Path file = home.resolve("secrets").resolve("development-password");
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            create(file);
            LOG.info("The password of the development logins is in {}", file);
            String password = Files.readString(file).strip();
            if (password.isEmpty()) {
                throw new IllegalStateException("There is no password in " + file + ": delete it");
            }
            return password;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The password of the development logins can't be kept in " + file, failed);
        }
    }

    private static void create(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path whole =
                Files.createTempFile(
                        file.getParent(),
                        "password",
                        null,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, HexFormat.of().formatHex(random) + "\n");
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            LOG.debug("Another instance has just made {}", file);
        } finally {
            Files.delete(whole);
        }
    }
}
