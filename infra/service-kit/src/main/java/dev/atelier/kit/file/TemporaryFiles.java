package dev.atelier.kit.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary files of this process, in its own directory that it locks. A process that dies leaves its directory
 * unlocked, and the next process that starts on the machine removes it. All temporary files must be created here.
 */
public final class TemporaryFiles implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TemporaryFiles.class);
    private static final String PREFIX = "atelier-files-";
    private static final String LOCK = "owner.lock";

    /**
     * The directories of this process. Their lock files must not be opened again: on POSIX systems closing any channel of a file releases
     * all locks that the process holds on it.
     */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lock;

    /**
     * Creates and locks the directory, and removes the directories of dead processes.
     *
     * @param parent contains the directories of all processes
     */
    @SuppressWarnings("this-escape")
    public TemporaryFiles(Path parent) {
        try {
            var folder = parent.toRealPath();
            // Other processes must not remove the directory before it is locked: it gets its final name after that.
            var unlocked = Files.createTempDirectory(folder, "atelier-unlocked-");
            this.lock =
                    FileChannel.open(unlocked.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IOException("the new directory " + unlocked + " is locked");
            }
            var target = folder.resolve(PREFIX + suffix(unlocked));
            OWN.add(target);
            this.directory = Files.move(unlocked, target);
            removeThoseOfDeadProcesses(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String suffix(Path unlocked) {
        var name = unlocked.getFileName().toString();
        return name.substring(name.lastIndexOf('-') + 1);
    }

    /** Creates an empty file. The caller deletes it. */
    public Path create() throws IOException {
        return Files.createTempFile(directory, "", ".part");
    }

    /** Returns the directory of this process, for libraries that create files themselves. */
    public Path directory() {
        return directory;
    }

    private static void removeThoseOfDeadProcesses(Path parent) throws IOException {
        try (var all = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (var one : all) {
                if (!OWN.contains(one)) {
                    removeIfDead(one);
                }
            }
        }
    }

    private static void removeIfDead(Path other) {
        try (var channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                remove(other);
                log.info("Removed the temporary files of a process that died");
            }
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            log.debug("{} belongs to this process, or is being removed", other);
        } catch (IOException e) {
            log.warn("The temporary files in {} cannot be removed: {}", other, e.toString());
        }
    }

    /** Deletes the lock file last: until then no other process removes the directory. */
    private static void remove(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                if (!file.endsWith(LOCK)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(directory.resolve(LOCK));
        Files.deleteIfExists(directory);
    }

    /** Deletes the directory with everything in it. */
    @Override
    public void close() {
        try {
            remove(directory);
            lock.close();
            OWN.remove(directory);
        } catch (IOException e) {
            log.warn("The temporary files in {} cannot be removed: {}", directory, e.toString());
        }
    }
}
