package org.engagementledger.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner may read, and changes that are on the disk, all or nothing, when a
 * method returns.
 */
final class DurableFiles {

    private static final Set<PosixFilePermission> OWNERS_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_DIRECTORY =
            PosixFilePermissions.fromString("rwx------");

    private DurableFiles() {}

    static void write(Path file, String text) throws IOException {
        Path fresh = ownersAlone(file.resolveSibling(file.getFileName() + ".new"));
        try (FileChannel channel = FileChannel.open(fresh, WRITE, TRUNCATE_EXISTING)) {
            ByteBuffer bytes = UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        move(fresh, file);
    }

    /** A rename within one directory. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(to.resolveSibling("."), READ)) {
            directory.force(true);
        }
    }

    /** The file, made empty if there is none. */
    static Path ownersAlone(Path file) throws IOException {
        FileChannel.open(
                        file,
                        Set.of(CREATE, WRITE),
                        PosixFilePermissions.asFileAttribute(OWNERS_FILE))
                .close();
        return Files.setPosixFilePermissions(file, OWNERS_FILE);
    }

    static Path ownersAloneDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNERS_DIRECTORY));
        return Files.setPosixFilePermissions(directory, OWNERS_DIRECTORY);
    }
}
