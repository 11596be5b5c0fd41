package dev.atelier.acceptance.badday;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.CommandRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Mounts a separate file system, in memory, over a folder that is not in use. It needs the right to mount; otherwise
 * the test
 * is skipped with a message.
 */
final class TmpfsMount implements AutoCloseable {
    private static final long ROOM = 200L << 20;
    private static final int PIECE = 1 << 20;

    private final Path folder;
    private final Path aside;
    private final Path ballast;

    private TmpfsMount(Path folder) {
        this.folder = folder;
        this.aside = folder.resolveSibling(folder.getFileName() + ".aside");
        this.ballast = folder.resolve("ballast");
    }

    /** Skips the test if no file system can be mounted. */
    static void assumePossible() throws IOException {
        Assumptions.assumeTrue(mayMount(), "a full disk is not tried: no file system may be mounted here");
    }

    /** Moves the content of the folder to a file system with 200 MB of free space. */
    static TmpfsMount under(Path folder) throws IOException {
        var disk = new TmpfsMount(folder);
        Files.move(folder, disk.aside);
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + (size(disk.aside) + ROOM), "tmpfs", folder.toString());
        run("cp", "-a", disk.aside + "/.", folder.toString());
        return disk;
    }

    /** Fills the file system completely. */
    void fill() throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            var piece = new byte[PIECE];
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            if (folder.toFile().getUsableSpace() > PIECE) {
                throw e;
            }
        }
    }

    /** Frees the space. */
    void empty() throws IOException {
        Files.delete(ballast);
    }

    /** Moves everything back; the folder must not be in use. */
    @Override
    public void close() throws IOException {
        run("rm", "-rf", aside.toString());
        Files.createDirectories(aside);
        run("cp", "-a", folder + "/.", aside.toString());
        run("umount", folder.toString());
        Files.delete(folder);
        Files.move(aside, folder);
    }

    private static boolean mayMount() throws IOException {
        var trial = Files.createTempDirectory("mount");
        try {
            run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", trial.toString());
            run("umount", trial.toString());
            return true;
        } catch (BackingServiceFailed e) {
            return false;
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void run(String... command) {
        CommandRunner.run(command[0], List.of(command), Path.of("."));
    }
}
