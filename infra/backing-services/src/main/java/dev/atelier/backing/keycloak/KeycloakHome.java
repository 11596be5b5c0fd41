package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingServiceOptions;
import dev.atelier.backing.process.LocalFileCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The folder of one server: its data, and links to the program in the cache. */
record KeycloakHome(Path directory) {

    /**
     * Creates the folder at the first call, with a copy of the cached database (2 MB) if a template is requested;
     * renews the links each time.
     */
    static KeycloakHome of(LocalFileCache cache, BackingServiceOptions backingServiceOptions) {
        var pinned = KeycloakDistribution.pinned();
        var distribution = pinned.get(cache, backingServiceOptions.progress());
        var server =
                KeycloakExtensionJar.ofThisVersion().installInto(distribution, cache, backingServiceOptions.progress());
        var home = new KeycloakHome(
                backingServiceOptions.directory().toAbsolutePath().resolve("home"));
        try {
            var tables = new KeycloakTables(pinned);
            if (backingServiceOptions.fromTemplate() || tables.existIn(cache)) {
                home.copyData(tables.get(server, cache, backingServiceOptions.progress()));
            }
            link(Files.createDirectories(home.directory), server);
            home.placeRealm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private void copyData(Path from) throws IOException {
        var data = directory.resolve("data");
        if (Files.exists(data)) {
            return;
        }
        Files.createDirectories(directory);
        var half = directory.resolve("data.half");
        LocalFileCache.delete(half);
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, half.resolve(from.relativize(file).toString()));
            }
        }
        Files.move(half, data);
    }

    /** Replaces the links to the program in the folder. */
    static void link(Path directory, Path server) {
        try {
            for (var part : List.of("lib", "conf", "providers", "themes")) {
                Files.deleteIfExists(directory.resolve(part));
                Files.createSymbolicLink(directory.resolve(part), server.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void placeRealm() throws IOException {
        var realm = directory.resolve("data").resolve("import").resolve("atelier-realm.json");
        Files.createDirectories(directory.resolve("data").resolve("import"));
        Files.deleteIfExists(realm);
        try (InputStream in = KeycloakHome.class.getResourceAsStream("atelier-realm.json")) {
            Files.copy(Objects.requireNonNull(in, "the realm file is not on the class path"), realm);
        }
    }
}
