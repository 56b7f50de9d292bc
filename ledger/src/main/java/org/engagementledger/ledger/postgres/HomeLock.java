package org.engagementledger.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a home, which the operating system takes back when its holder dies, however it
 * dies. A server that is found running by who holds the lock is therefore an orphan.
 */
final class HomeLock implements AutoCloseable {

    /**
     * Locks held in this process. Opening and closing a file a second time would give its first
     * lock away.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * @param home as a real path, so that each home has one name
     * @throws IllegalStateException if somebody else holds it
     */
    static HomeLock take(Path home) throws IOException {
        Path file = home.resolve("ledger.lock");
        String self = Long.toString(ProcessHandle.current().pid());
        if (!HELD.add(file)) {
            throw inUse(home, self);
        }
        try {
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(home, Files.readString(file));
            }
            channel.truncate(0).write(ByteBuffer.wrap(self.getBytes(UTF_8)));
            return new HomeLock(file, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static IllegalStateException inUse(Path home, String holder) {
        return new IllegalStateException(
                "The ledger's home "
                        + home
                        + " is in use by the living process "
                        + holder
                        + ". Stop that one first, or give this one a home of its own.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
