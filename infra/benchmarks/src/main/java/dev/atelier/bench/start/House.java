package dev.atelier.bench.start;

import dev.atelier.backing.Progress;
import dev.atelier.backing.process.Cache;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.Launch;
import dev.atelier.backing.process.Programs;
import dev.atelier.bench.site.Site;
import dev.atelier.stack.Installation;
import dev.atelier.stack.Running;
import dev.atelier.stack.Service;
import dev.atelier.stack.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A repository of links to the built services, with nothing kept yet: {@code up} in it is a first start. */
final class House implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(3);

    private final Path root;
    private final Running running;
    private final Map<String, String> ports = new HashMap<>();

    House() throws IOException {
        root = Site.folder("start");
        Files.createDirectories(root);
        for (var service : Service.ALL) {
            Files.createSymbolicLink(
                    root.resolve(service.name()), Installation.here().root().resolve(service.name()));
        }
        running = new Running(root.resolve(".atelier"));
        StackPorts.free()
                .byPart()
                .forEach((part, port) ->
                        ports.put("ATELIER_PORT_" + part.replace('-', '_').toUpperCase(Locale.ROOT), port.toString()));
    }

    /** Starts all as {@code infra/atelier up} does, in a process of its own. */
    Up up(Progress progress) {
        long began = System.nanoTime();
        var process = ChildProcess.start(new Launch("up", command(), ports, root.resolve("up.log")));
        process.awaitReady(() -> "true".equals(running.said().get("ready")), START_LIMIT, progress);
        return new Up(process, running, (System.nanoTime() - began) / 1e9);
    }

    private List<String> command() {
        return List.of(
                Programs.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-Datelier.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.atelier.stack.Atelier",
                "up");
    }

    /** What runs now; closing it stops all in order. */
    record Up(ChildProcess process, Running running, double seconds) implements AutoCloseable {
        @Override
        public void close() {
            process.stop(STOP_LIMIT);
        }
    }

    @Override
    public void close() {
        Cache.delete(root);
    }
}
