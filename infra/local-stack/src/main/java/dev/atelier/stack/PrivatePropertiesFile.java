package dev.atelier.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A properties file that only its owner can read. */
public record PrivatePropertiesFile(Path path) {

    /** Returns empty properties if there is no such file. */
    public Map<String, String> read() {
        if (!Files.exists(path)) {
            return Map.of();
        }
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var values = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name, "")));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file atomically. */
    public void write(Map<String, String> values) {
        var half = path.resolveSibling(path.getFileName() + ".half");
        try {
            Files.createDirectories(
                    path.toAbsolutePath().normalize().resolve("..").normalize());
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var properties = new Properties();
            properties.putAll(values);
            try (var writer = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                properties.store(writer, null);
            }
            // A secret that something is already sealed with must outlive a power cut.
            try (var written = FileChannel.open(half, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
