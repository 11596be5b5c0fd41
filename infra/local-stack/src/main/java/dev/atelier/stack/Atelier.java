package dev.atelier.stack;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.client.UnexpectedAnswer;
import dev.atelier.stack.command.Chaos;
import dev.atelier.stack.command.Demo;
import dev.atelier.stack.command.Down;
import dev.atelier.stack.command.Fuzz;
import dev.atelier.stack.command.Logs;
import dev.atelier.stack.command.Mails;
import dev.atelier.stack.command.Reset;
import dev.atelier.stack.command.Status;
import dev.atelier.stack.command.Up;
import dev.atelier.stack.command.signin.Operator;
import dev.atelier.stack.command.signin.Register;
import dev.atelier.stack.command.signin.Token;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program behind {@code infra/atelier}. */
@Command(
        name = "infra/atelier",
        description = "Runs a whole Atelier on this machine. All data, logs and secrets stay in .atelier/.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Mails.class,
            Reset.class,
            Demo.class,
            Register.class,
            Token.class,
            Operator.class,
            Chaos.class,
            Fuzz.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "infra/atelier test [Maven options]   builds everything and passes all tests",
            "infra/atelier bench NAME             measures one thing; infra/atelier bench help says which"
        })
final class Atelier {
    /** Where the terminal does not say its own. */
    private static final int HELP_WIDTH = 140;

    private Atelier() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Atelier())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(inWords());
    }

    /** What people can do something about is said in words; the rest with its trace. */
    private static IExecutionExceptionHandler inWords() {
        return (problem, command, _) -> {
            switch (problem) {
                case BackingServiceFailed _, IllegalArgumentException _, UnexpectedAnswer _ ->
                    command.getErr().println("atelier: " + problem.getMessage());
                default -> problem.printStackTrace(command.getErr());
            }
            return 1;
        };
    }
}
