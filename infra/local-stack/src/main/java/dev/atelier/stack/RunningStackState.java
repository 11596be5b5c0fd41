package dev.atelier.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * The running stack of a folder, as other processes see it: a lock of its supervisor and a file with the state of the
 * parts.
 */
public record RunningStackState(Path directory) {

    /** The lock that the supervisor holds while the stack runs. */
    record StackClaim(FileChannel channel, FileLock lock, Path state) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(state);
                lock.release();
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Takes the lock; empty if another process, or another stack of this process, runs on the folder. */
    Optional<StackClaim> claim() {
        try {
            Files.createDirectories(directory);
            var channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new StackClaim(channel, lock, state().path()));
                }
            } catch (OverlappingFileLockException e) {
                // Another stack of this JVM holds the lock.
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a stack runs here now. */
    public boolean isRunning() {
        var claim = claim();
        claim.ifPresent(free -> {
            try {
                free.lock().release();
                free.channel().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return claim.isEmpty();
    }

    /** Returns the state that the supervisor wrote last; empty before it has written any. */
    public Map<String, String> lastState() {
        return state().read();
    }

    void publish(Map<String, String> values) {
        state().write(values);
    }

    private PrivatePropertiesFile state() {
        return new PrivatePropertiesFile(directory.resolve("running.properties"));
    }
}
