package dev.atelier.backing.keycloak;

import dev.atelier.backing.Ports;
import dev.atelier.backing.Progress;
import dev.atelier.backing.process.Cache;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.HttpAnswer;
import dev.atelier.backing.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A database with Keycloak's tables and nothing in them: where many servers come and go, each begins with a copy. */
record KeycloakTables(KeycloakDistribution distribution) {

    /** The folder to copy; the first call starts the server once, which takes about 20 s. */
    Path get(Path server, Cache cache, Progress progress) {
        return cache.folder(name(), working -> make(server, working, progress)).resolve("data");
    }

    /** Whether they are there to be copied. */
    boolean madeIn(Cache cache) {
        return Files.isDirectory(cache.directory().resolve(name()));
    }

    private String name() {
        return "keycloak-" + distribution.version() + "-tables-"
                + distribution.sha256().substring(0, 8);
    }

    private static void make(Path server, Path working, Progress progress) {
        progress.says("Making Keycloak's tables (once, about 20 s)");
        KeycloakHome.link(working, server);
        var management = Ports.free();
        var child = ChildProcess.start(new Launch(
                "Keycloak",
                new KeycloakCommand(working).start(Ports.free(), management),
                working.resolve("first-start.log")));
        child.awaitReady(
                () -> HttpAnswer.isOk("http://127.0.0.1:%d/health/ready".formatted(management)),
                Duration.ofMinutes(4),
                progress);
        child.stop(Duration.ofSeconds(30));
    }
}
