package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.cli.signin.OperatorCommand;
import dev.atelier.cli.signin.RegisterCommand;
import dev.atelier.cli.signin.TokenCommand;
import dev.atelier.client.UnexpectedResponse;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program behind {@code infra/atelier}. */
@Command(
        name = "infra/atelier",
        description = "Runs a whole Atelier on this machine. All data, logs and secrets stay in .atelier/.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            MailCommand.class,
            ResetCommand.class,
            DemoCommand.class,
            RegisterCommand.class,
            TokenCommand.class,
            OperatorCommand.class,
            RotateKeyCommand.class,
            ChaosCommand.class,
            FuzzCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "infra/atelier test [Maven options]   builds everything and passes all tests",
            "infra/atelier bench NAME             measures one thing; infra/atelier bench help says which"
        })
final class AtelierCli {
    /** Where the terminal does not say its own. */
    private static final int HELP_WIDTH = 140;

    private AtelierCli() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new AtelierCli())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(inWords());
    }

    /** What people can do something about is said in words; the rest with its trace. */
    private static IExecutionExceptionHandler inWords() {
        return (problem, command, _) -> {
            switch (problem) {
                case BackingServiceFailed _, IllegalArgumentException _, UnexpectedResponse _ ->
                    command.getErr().println("atelier: " + problem.getMessage());
                default -> problem.printStackTrace(command.getErr());
            }
            return 1;
        };
    }
}
