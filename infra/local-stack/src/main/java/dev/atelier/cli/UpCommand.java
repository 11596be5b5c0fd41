package dev.atelier.cli;

import dev.atelier.stack.Installation;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.RunningStackState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the whole stack. */
@Command(
        name = "up",
        header = "Starts everything and restarts processes that die; Ctrl-C stops all in order.",
        description = {
            "Starts MongoDB, Kafka, Keycloak, a mail catcher and the six services, and restarts processes that die.",
            "ATELIER_MONGODB, ATELIER_KAFKA, ATELIER_KEYCLOAK and ATELIER_SMTP name running services to use instead;",
            "ATELIER_PORT_GATEWAY, ATELIER_PORT_KEYCLOAK and so on change single ports."
        })
public final class UpCommand implements Callable<Integer> {
    @Mixin
    private final StartOptions start = new StartOptions();

    @Option(names = "--detach", description = "Returns when all is ready; 'down' stops it.")
    private boolean detach;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var installation = Installation.locate();
        var runningStackState = new RunningStackState(installation.directory());
        if (runningStackState.isRunning()) {
            IO.println("Atelier runs already.");
            StackAddressPrinter.print(installation);
            return 0;
        }
        var first = StackAddressPrinter.firstStart(installation);
        if (detach) {
            DetachedStackLauncher.up(installation, start.arguments());
            printStarted(installation, first);
            return 0;
        }
        start.endWithNamedProcess();
        try (var display = StartProgressDisplay.onTerminal()) {
            LocalStack.start(start.stack(installation, display));
        }
        printStarted(installation, first);
        IO.println("Ctrl-C stops everything in order.");
        Thread.currentThread().join();
        return 0;
    }

    private static void printStarted(Installation installation, boolean first) {
        if (first) {
            StackAddressPrinter.printWithPassword(installation);
        } else {
            StackAddressPrinter.print(installation);
        }
    }
}
