package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.process.HttpProbe;
import dev.atelier.stack.Installation;
import dev.atelier.stack.RunningStackState;
import dev.atelier.stack.ServiceDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the state of every part. */
@Command(name = "status", description = "Shows the address, start time and memory of each part.")
public final class StatusCommand implements Callable<Integer> {
    @Option(
            names = "--env",
            paramLabel = "SERVICE",
            description = "Prints the environment that 'up' gave to a service.")
    private @Nullable String env;

    /** Returns exit code 0 if the stack runs and every service is ready, else 3. */
    @Override
    public Integer call() throws IOException {
        var installation = Installation.locate();
        var runningStackState = new RunningStackState(installation.directory());
        if (!runningStackState.isRunning()) {
            IO.println("Atelier does not run. Start it: infra/atelier up");
            return 3;
        }
        var said = runningStackState.lastState();
        if (env != null) {
            printEnvironment(env, said);
            return 0;
        }
        var allReady = said.containsKey("ready");
        IO.println("%-21s %-10s %8s %9s %9s  %s".formatted("part", "state", "process", "since", "memory", "address"));
        for (var key : said.keySet()) {
            if (key.endsWith(".address")) {
                allReady &= print(key.substring(0, key.length() - ".address".length()), said);
            }
        }
        StackAddressPrinter.print(installation);
        return allReady ? 0 : 3;
    }

    private static boolean print(String part, Map<String, String> said) {
        var address = said.getOrDefault(part + ".address", "");
        var pid = Long.parseLong(said.getOrDefault(part + ".pid", "0"));
        var isService = ServiceDefinition.ALL.stream()
                .anyMatch(serviceDefinition -> serviceDefinition.name().equals(part));
        var well = isService
                ? HttpProbe.isOk(address + "/actuator/health/readiness")
                : pid == 0 || ProcessHandle.of(pid).isPresent();
        IO.println("%-21s %-10s %8s %9s %9s  %s"
                        .formatted(
                                part,
                                well ? "ready" : "NOT READY",
                                pid == 0 ? "-" : pid,
                                since(pid),
                                memory(pid),
                                address)
                + restarts(said.getOrDefault(part + ".restarts", "0")));
        return well;
    }

    private static String restarts(String count) {
        return count.equals("0") ? "" : "  (restarted %s times)".formatted(count);
    }

    private static String since(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> Duration.between(start, Clock.systemUTC().instant()))
                .map(age -> age.toHours() > 0
                        ? age.toHours() + " h"
                        : age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s")
                .orElse("-");
    }

    /** Returns the resident memory of the process; only on Linux. */
    private static String memory(long pid) {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.isReadable(status)) {
            return "-";
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .orElse("-");
        } catch (IOException e) {
            return "-";
        }
    }

    private static void printEnvironment(String service, Map<String, String> said) throws IOException {
        var environ = Path.of(
                "/proc", said.getOrDefault(ServiceDefinition.named(service).name() + ".pid", "0"), "environ");
        if (!Files.isReadable(environ)) {
            throw new BackingServiceFailed(
                    "the environment of %s can be read on Linux only, while it runs".formatted(service));
        }
        Arrays.stream(Files.readString(environ, StandardCharsets.UTF_8).split("\0"))
                .filter(variable -> variable.matches("(?s)(ATELIER|SPRING|SERVER)_.*"))
                .sorted()
                .forEach(IO::println);
    }
}
