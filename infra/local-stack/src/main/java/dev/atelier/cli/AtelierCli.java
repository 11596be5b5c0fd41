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
            "infra/atelier test [Maven options]   builds everything and runs all tests",
            "infra/atelier bench NAME             runs one benchmark; infra/atelier bench help lists them"
        })
final class AtelierCli {
    /** Width of help texts if the terminal's width is unknown. */
    private static final int HELP_WIDTH = 140;

    private AtelierCli() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new AtelierCli())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(exceptionHandler());
    }

    /** Prints only the message of failures that the user can correct, and the stack trace of all others. */
    private static IExecutionExceptionHandler exceptionHandler() {
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
