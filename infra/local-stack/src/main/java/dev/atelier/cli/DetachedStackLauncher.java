package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.ProgramLocator;
import dev.atelier.stack.Installation;
import dev.atelier.stack.RunningStackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the supervisor as a separate process that continues after this one ends. */
final class DetachedStackLauncher {
    private DetachedStackLauncher() {}

    /** Prints the supervisor's output and returns when all parts are ready. */
    static void up(Installation installation, List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(installation.directory());
        var log = installation.directory().resolve("up.log");
        Files.deleteIfExists(log);
        var supervisor = new ProcessBuilder(command(installation, arguments))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var runningStackState = new RunningStackState(installation.directory());
        var told = 0;
        try (var display = StartProgressDisplay.onTerminal()) {
            while (!isReady(runningStackState, supervisor)) {
                var alive = supervisor.isAlive();
                told = printOutput(log, told, display);
                if (!alive) {
                    throw new BackingServiceFailed("the start failed; complete output: " + log);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            printOutput(log, told, display);
        }
    }

    private static boolean isReady(RunningStackState runningStackState, Process supervisor) {
        var said = runningStackState.lastState();
        return said.containsKey("ready") && String.valueOf(supervisor.pid()).equals(said.get("supervisor.pid"));
    }

    private static List<String> command(Installation installation, List<String> arguments) {
        var command = new ArrayList<String>();
        ProgramLocator.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of(
                ProgramLocator.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-Datelier.root=" + installation.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.atelier.cli.AtelierCli",
                "up"));
        command.addAll(arguments);
        return command;
    }

    private static int printOutput(Path log, int told, ProgressListener display) throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        lines.stream()
                .takeWhile(line -> !line.equals("Atelier is ready."))
                .skip(told)
                .filter(line -> !line.isBlank())
                .forEach(display::report);
        return Math.max(told, lines.size());
    }
}
