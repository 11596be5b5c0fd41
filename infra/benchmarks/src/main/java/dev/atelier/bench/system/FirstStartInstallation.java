package dev.atelier.bench.system;

import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.ChildProcess;
import dev.atelier.backing.process.LaunchSpec;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.process.ProgramLocator;
import dev.atelier.stack.Installation;
import dev.atelier.stack.RunningStackState;
import dev.atelier.stack.ServiceDefinition;
import dev.atelier.stack.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A repository folder with links to the built services and without data: {@code up} in it is a first start. */
final class FirstStartInstallation implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(3);

    private final Path root;
    private final RunningStackState runningStackState;
    private final Map<String, String> ports = new HashMap<>();

    FirstStartInstallation() throws IOException {
        root = BenchmarkSystem.folder("start");
        Files.createDirectories(root);
        for (var serviceDefinition : ServiceDefinition.ALL) {
            Files.createSymbolicLink(
                    root.resolve(serviceDefinition.name()),
                    Installation.locate().root().resolve(serviceDefinition.name()));
        }
        runningStackState = new RunningStackState(root.resolve(".atelier"));
        StackPorts.free()
                .byPart()
                .forEach((part, port) ->
                        ports.put("ATELIER_PORT_" + part.replace('-', '_').toUpperCase(Locale.ROOT), port.toString()));
    }

    /** Starts the stack as {@code infra/atelier up} does, in a separate process. */
    StartedInstallation up(ProgressListener progressListener) {
        long began = System.nanoTime();
        var process = ChildProcess.start(new LaunchSpec("up", command(), ports, root.resolve("up.log")));
        process.awaitReady(
                () -> "true".equals(runningStackState.lastState().get("ready")), START_LIMIT, progressListener);
        return new StartedInstallation(process, runningStackState, (System.nanoTime() - began) / 1e9);
    }

    private List<String> command() {
        return List.of(
                ProgramLocator.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-Datelier.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.atelier.cli.AtelierCli",
                "up");
    }

    /** The running stack; closing it stops all parts in order. */
    record StartedInstallation(ChildProcess process, RunningStackState running, double seconds)
            implements AutoCloseable {
        @Override
        public void close() {
            process.stop(STOP_LIMIT);
        }
    }

    @Override
    public void close() {
        LocalFileCache.delete(root);
    }
}
