package org.engagementledger.api.security.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The passwords of the development accounts: made by chance, told once, and kept as hashes, where
 * only the operator reads them.
 */
final class DevelopmentPasswords {

    private static final int BYTES = 16;
    static final PasswordEncoder HASHES =
            PasswordEncoderFactories.createDelegatingPasswordEncoder();

    private final Path file;

    DevelopmentPasswords(Path home) {
        file = home.resolve("secrets").resolve("development-accounts");
    }

    boolean exist() {
        return Files.exists(file);
    }

    /** The hash of an account's password as it is now; empty if it has none. */
    Optional<String> hash(String account) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(account + " "))
                    .map(line -> line.substring(account.length() + 1))
                    .findFirst();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Makes new ones for all accounts; the old ones are worth nothing any more. */
    Map<String, String> reset() {
        SecureRandom chance = new SecureRandom();
        Map<String, String> passwords = new LinkedHashMap<>();
        for (DevelopmentAccount account : DevelopmentAccount.ALL) {
            byte[] bytes = new byte[BYTES];
            chance.nextBytes(bytes);
            passwords.put(account.name(), HexFormat.of().formatHex(bytes));
        }
        try {
            keep(passwords);
            return passwords;
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "The development accounts can't be kept in " + file, failed);
        }
    }

    private void keep(Map<String, String> passwords) throws IOException {
        Files.createDirectories(file.getParent(), owners("rwx------"));
        Path whole = Files.createTempFile(file.getParent(), "accounts", null, owners("rw-------"));
        Files.writeString(
                whole,
                passwords.entrySet().stream()
                        .map(it -> it.getKey() + " " + HASHES.encode(it.getValue()) + "\n")
                        .collect(Collectors.joining()));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?> owners(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /** In one line that a shell takes. */
    static String told(Map<String, String> passwords) {
        return passwords.entrySet().stream()
                .map(it -> it.getKey() + ":" + it.getValue())
                .collect(Collectors.joining(" ", "PASSWORDS='", "'"));
    }
}
