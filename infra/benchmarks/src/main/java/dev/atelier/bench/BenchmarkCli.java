package dev.atelier.bench;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.bench.events.EventsBenchmark;
import dev.atelier.bench.gateway.GatewayBenchmark;
import dev.atelier.bench.identity.IdentityBenchmark;
import dev.atelier.bench.measurement.Benchmark;
import dev.atelier.bench.runs.RunsBenchmark;
import dev.atelier.bench.system.StartBenchmark;
import dev.atelier.bench.webhooks.WebhooksBenchmark;
import dev.atelier.bench.workspace.InvitationsBenchmark;
import dev.atelier.bench.workspace.ListsBenchmark;
import dev.atelier.bench.workspace.RemovalBenchmark;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code infra/atelier bench}. */
@Command(
        name = "infra/atelier bench",
        description = {
            "Measures on a separate system in .atelier/bench, which is deleted afterwards. Prints progress on standard",
            "error; the last line of standard output is one JSON object. There is no pass or fail."
        },
        synopsisSubcommandLabel = "NAME",
        subcommands = CommandLine.HelpCommand.class)
final class BenchmarkCli {
    private static final List<Benchmark> ALL = List.of(
            new EventsBenchmark(),
            new RemovalBenchmark(),
            new RunsBenchmark(),
            new WebhooksBenchmark(),
            new GatewayBenchmark(),
            new ListsBenchmark(),
            new InvitationsBenchmark(),
            new IdentityBenchmark(),
            new StartBenchmark());

    private BenchmarkCli() {}

    public static void main(String[] arguments) {
        // Otherwise the JDK's HTTP server, which runs the webhook consumers, waits for acknowledgements of small
        // packets.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(commands().execute(arguments));
    }

    static CommandLine commands() {
        var commands = new CommandLine(new BenchmarkCli());
        ALL.forEach(one -> add(commands, one.name(), one.description(), List.of(one)));
        add(commands, "all", "All benchmarks, one after the other.", ALL);
        return commands.setExecutionExceptionHandler((problem, command, _) -> {
            switch (problem) {
                case BackingServiceFailed _, IllegalArgumentException _ ->
                    command.getErr().println("atelier: " + problem.getMessage());
                default -> problem.printStackTrace(command.getErr());
            }
            return 1;
        });
    }

    private static void add(CommandLine commands, String name, String says, List<Benchmark> benchmarks) {
        var command = new CommandLine(new BenchmarkCommand(name, benchmarks));
        command.getCommandSpec().usageMessage().description(says);
        commands.addSubcommand(name, command);
    }
}
