package org.engagementledger.ledger.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file of the master key: whole or not there at all, never replaced, and its owner's alone. */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rwx------");

    private MasterKeyFile() {}

    static String read(Path file) {
        try {
            if (posix(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new MasterKeyUnusable(
                        "Others than its owner may read or write the master key's file "
                                + file
                                + ": chmod 600 it, and think about who may have read it");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new MasterKeyUnusable(
                    "No master key: there is no file "
                            + file
                            + ". Put back the one that this ledger was begun with; a new one doesn't open what it holds");
        } catch (IOException e) {
            throw new MasterKeyUnusable("The master key's file " + file + " can't be read", e);
        }
    }

    /**
     * Linking a complete file to the name makes it appear whole, and fails if the name is taken.
     */
    static void createIfAbsent(Path file, String keyset) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory == null) {
                throw new MasterKeyUnusable("Not a file's name: " + file);
            }
            Files.createDirectories(directory, only(file, "rwx------"));
            Path complete =
                    Files.createTempFile(directory, "master-key", ".new", only(file, "rw-------"));
            try {
                writeDurably(complete, keyset);
                Files.createLink(file, complete);
            } finally {
                Files.delete(complete);
            }
            flush(directory);
        } catch (FileAlreadyExistsException e) {
            // Somebody else was faster: theirs is the master key.
        } catch (IOException | UnsupportedOperationException e) {
            throw new MasterKeyUnusable("The master key's file " + file + " can't be made", e);
        }
    }

    private static void writeDurably(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void flush(Path directory) throws IOException {
        if (posix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] only(Path file, String permissions) {
        return posix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
