package dev.atelier.backing.keycloak;

import dev.atelier.backing.LocalPorts;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.LocalFileCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** An empty database with Keycloak's tables, which short-lived servers copy. */
record KeycloakTables(KeycloakDistribution distribution) {

    /** Returns the folder to copy; the first call starts the server once, which takes about 20 s. */
    Path get(Path server, LocalFileCache cache, ProgressListener progressListener) {
        return cache.folder(name(), working -> make(server, working, progressListener))
                .resolve("data");
    }

    /** Whether the folder exists. */
    boolean existIn(LocalFileCache cache) {
        return Files.isDirectory(cache.directory().resolve(name()));
    }

    private String name() {
        return "keycloak-" + distribution.version() + "-tables-"
                + distribution.sha256().substring(0, 8);
    }

    private static void make(Path server, Path working, ProgressListener progressListener) {
        progressListener.report("Creating Keycloak's tables (once, about 20 s)");
        KeycloakHome.link(working, server);
        var management = LocalPorts.free();
        var child = ChildProcess.start(new LaunchSpec(
                "Keycloak",
                new KeycloakCommand(working).start(LocalPorts.free(), management),
                working.resolve("first-start.log")));
        child.awaitReady(
                () -> HttpProbe.isOk("http://127.0.0.1:%d/health/ready".formatted(management)),
                Duration.ofMinutes(4),
                progressListener);
        child.stop(Duration.ofSeconds(30));
    }
}
