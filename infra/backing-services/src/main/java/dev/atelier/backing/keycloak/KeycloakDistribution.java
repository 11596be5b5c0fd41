package dev.atelier.backing.keycloak;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.CommandRunner;
import dev.atelier.backing.process.FileChecksum;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.process.ProgramLocator;
import dev.atelier.backing.process.ZipExtractor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The pinned Keycloak distribution, downloaded by Maven and verified; all server folders share it. */
record KeycloakDistribution(String version, String sha256) {
    private static final String FETCH = "org.apache.maven.plugins:maven-dependency-plugin:3.10.0:copy";

    static KeycloakDistribution pinned() {
        try (InputStream in = KeycloakDistribution.class.getResourceAsStream("distribution.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in));
            return new KeycloakDistribution(properties.getProperty("version"), properties.getProperty("sha256"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the folder of the unchanged distribution in the cache. */
    Path get(LocalFileCache cache, ProgressListener progressListener) {
        return cache.folder(
                        "keycloak-" + version + "-" + sha256.substring(0, 8),
                        working -> prepare(working, progressListener))
                .resolve("keycloak-" + version);
    }

    private void prepare(Path working, ProgressListener progressListener) {
        var zip = working.resolve("keycloak-quarkus-dist-" + version + ".zip");
        progressListener.report("Downloading Keycloak %s (177 MB, once)".formatted(version));
        download(working);
        FileChecksum.verify(zip, sha256);
        ZipExtractor.extractInto(zip, working);
        try {
            Files.delete(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void download(Path working) {
        var maven = ProgramLocator.find("mvn")
                .orElseThrow(
                        () -> new BackingServiceFailed(
                                "Maven is needed to download Keycloak, but there is no mvn on the PATH. Install Maven, or give the address of a running Keycloak."));
        CommandRunner.run(
                "Downloading Keycloak",
                List.of(
                        maven.toString(),
                        "-B",
                        "-q",
                        FETCH,
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version + ":zip",
                        "-DoutputDirectory=" + working),
                working);
    }
}
