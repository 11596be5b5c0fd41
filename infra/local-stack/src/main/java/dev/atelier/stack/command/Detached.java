package dev.atelier.stack.command;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.Progress;
import dev.atelier.backing.process.Programs;
import dev.atelier.stack.Installation;
import dev.atelier.stack.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the supervisor as a process that outlives this one. */
final class Detached {
    private Detached() {}

    /** Returns when all is ready, telling the supervisor's words meanwhile. */
    static void up(Installation installation, List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(installation.directory());
        var log = installation.directory().resolve("up.log");
        Files.deleteIfExists(log);
        var supervisor = new ProcessBuilder(command(installation, arguments))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var running = new Running(installation.directory());
        var told = 0;
        try (var display = StartDisplay.onTerminal()) {
            while (!isReady(running, supervisor)) {
                var alive = supervisor.isAlive();
                told = tell(log, told, display);
                if (!alive) {
                    throw new BackingServiceFailed("the start failed; all that was said: " + log);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            tell(log, told, display);
        }
    }

    private static boolean isReady(Running running, Process supervisor) {
        var said = running.said();
        return said.containsKey("ready") && String.valueOf(supervisor.pid()).equals(said.get("supervisor.pid"));
    }

    private static List<String> command(Installation installation, List<String> arguments) {
        var command = new ArrayList<String>();
        Programs.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of(
                Programs.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=dev/atelier/backing/logback.xml",
                "-Datelier.root=" + installation.root(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.atelier.stack.Atelier",
                "up"));
        command.addAll(arguments);
        return command;
    }

    private static int tell(Path log, int told, Progress display) throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        lines.stream()
                .takeWhile(line -> !line.equals("Atelier is ready."))
                .skip(told)
                .filter(line -> !line.isBlank())
                .forEach(display::says);
        return Math.max(told, lines.size());
    }
}
