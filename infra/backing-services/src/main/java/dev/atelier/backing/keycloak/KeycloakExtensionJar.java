package dev.atelier.backing.keycloak;

import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.CommandRunner;
import dev.atelier.backing.process.LocalFileCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** The jar of {@code infra/keycloak} with Atelier's pages, mails and flows. */
final class KeycloakExtensionJar {
    /** On the class path. */
    static final String RESOURCE = "dev/atelier/backing/keycloak/keycloak-pages.jar";

    static final String FILE = "keycloak-pages.jar";

    private final byte[] jar;

    private KeycloakExtensionJar(byte[] jar) {
        this.jar = jar;
    }

    static KeycloakExtensionJar ofThisVersion() {
        try (InputStream in = KeycloakExtensionJar.class.getResourceAsStream(FILE)) {
            return new KeycloakExtensionJar(Objects.requireNonNull(
                            in, "keycloak-pages.jar is not on the class path: build infra/keycloak with Maven")
                    .readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a server that contains the jar: 10 MB, with links to the distribution; built once, in about 20 s. */
    Path installInto(Path distribution, LocalFileCache cache, ProgressListener progressListener) {
        var name = "keycloak-" + KeycloakDistribution.pinned().version() + "-pages-" + hash();
        return cache.folder(name, working -> build(working, distribution, progressListener));
    }

    private void build(Path home, Path distribution, ProgressListener progressListener) {
        progressListener.report("Building Atelier's pages into Keycloak (once per version, about 20 s)");
        try {
            for (var part : new String[] {"bin", "conf", "themes"}) {
                Files.createSymbolicLink(home.resolve(part), distribution.resolve(part));
            }
            var lib = Files.createDirectory(home.resolve("lib"));
            Files.createSymbolicLink(
                    lib.resolve("lib"), distribution.resolve("lib").resolve("lib"));
            Files.copy(distribution.resolve("lib").resolve("quarkus-run.jar"), lib.resolve("quarkus-run.jar"));
            copy(distribution.resolve("lib").resolve("app"), lib.resolve("app"));
            copy(distribution.resolve("lib").resolve("quarkus"), lib.resolve("quarkus"));
            Files.write(Files.createDirectory(home.resolve("providers")).resolve(FILE), jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CommandRunner.run("Building Atelier's pages into Keycloak", new KeycloakCommand(home).build(), home);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (var files = Files.list(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
