package dev.atelier.backing.process;

import dev.atelier.backing.BackingServiceFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cache outside the repository for downloads and generated files; safe for concurrent JVMs. */
public record LocalFileCache(Path directory) {

    /** {@code $XDG_CACHE_HOME/atelier}, else {@code ~/.cache/atelier}. */
    public static LocalFileCache ofThisUser() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return new LocalFileCache(base.resolve("atelier"));
    }

    /**
     * Returns the folder of an entry; {@code maker} creates it in a temporary folder first, so a failure leaves
     * nothing.
     */
    public Path folder(String name, Consumer<Path> maker) {
        var entry = directory.resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(
                            directory.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(entry)) {
                    make(entry, maker);
                }
            }
            return entry;
        } catch (IOException e) {
            throw new BackingServiceFailed("cannot store " + name + " in " + directory + ": " + e.getMessage(), e);
        }
    }

    private void make(Path entry, Consumer<Path> maker) throws IOException {
        var working = Files.createTempDirectory(directory, entry.getFileName() + ".");
        try {
            maker.accept(working);
            Files.move(working, entry, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(working);
        }
    }

    /** Deletes a folder with its content; does nothing if there is none. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
