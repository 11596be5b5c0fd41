package dev.atelier.cli;

import dev.atelier.backing.ProgressListener;
import dev.atelier.stack.Installation;
import dev.atelier.stack.StackOptions;
import dev.atelier.stack.StackPorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Command line options for starting a stack. */
final class StartOptions {
    private static final Map<String, String> GIVEN = Map.of(
            "ATELIER_MONGODB", "mongodb",
            "ATELIER_KAFKA", "kafka",
            "ATELIER_KEYCLOAK", "keycloak",
            "ATELIER_SMTP", "mail");

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description =
                    "Uses ten consecutive ports from PORT instead of the defaults (gateway 8080, Keycloak 8180 ...).")
    int portBase;

    @Option(names = "--containers", description = "Runs MongoDB, Kafka, Keycloak and mail as containers; needs Docker.")
    boolean containers;

    @Option(
            names = "--while",
            paramLabel = "PID",
            description = "Stops everything when that process has ended: for scripts and tests.")
    long whilePid;

    /** Shuts this JVM down when the process of {@code --while} ends; does nothing without that option. */
    void endWithNamedProcess() {
        if (whilePid != 0) {
            var _ = ProcessHandle.of(whilePid)
                    .map(ProcessHandle::onExit)
                    .orElseThrow(() -> new IllegalArgumentException("--while: there is no process " + whilePid))
                    .thenRun(() -> System.exit(0));
        }
    }

    StackOptions stack(Installation installation, ProgressListener progressListener) {
        var given = new TreeMap<String, String>();
        GIVEN.forEach((variable, part) -> {
            var address = System.getenv(variable);
            if (address != null && !address.isBlank()) {
                given.put(part, address);
            }
        });
        return new StackOptions(
                installation.root(),
                installation.directory(),
                StackPorts.chosen(portBase, System.getenv()),
                given,
                containers,
                Map.of(),
                true,
                progressListener);
    }

    /** Returns these options as arguments for another process. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        if (portBase != 0) {
            arguments.add("--port-base=" + portBase);
        }
        if (containers) {
            arguments.add("--containers");
        }
        if (whilePid != 0) {
            arguments.add("--while=" + whilePid);
        }
        return arguments;
    }
}
