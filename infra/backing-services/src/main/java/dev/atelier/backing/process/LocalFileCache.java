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

/** Things fetched or made once and kept outside the repository; safe with several JVMs at once. */
public record LocalFileCache(Path directory) {

    /** {@code $XDG_CACHE_HOME/atelier}, else {@code ~/.cache/atelier}. */
    public static LocalFileCache ofThisUser() {
        var xdg = System.getenv("XDG_CACHE_HOME");
        var base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return new LocalFileCache(base.resolve("atelier"));
    }

    /** The entry's folder, made by {@code maker} in a working folder first; what fails half-way leaves nothing behind. */
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
            throw new BackingServiceFailed("cannot keep " + name + " in " + directory + ": " + e.getMessage(), e);
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

    /** Deletes the folder and all in it; nothing happens where there is none. */
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
