package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.cli.signin.OperatorSession;
import dev.atelier.stack.Installation;
import dev.atelier.stack.RunningStackState;
import dev.atelier.stack.rotation.MasterKeyRotation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rotates the master key. */
@Command(
        name = "rotate-key",
        header = "Gives the running system a new master key and removes the earlier one.",
        description = {
            "Makes a new master key, restarts each service with the new key and the earlier one, waits until the new key wraps every",
            "secret, then restarts each service with the new key alone. A service does not answer while it restarts. Interrupted, it",
            "goes on where it was when it is started again. Links of invitations and checkouts that were made with the earlier key",
            "end with it; with --keep-earlier they go on until the command is started again without.",
            "Exit code 0 when it is done, 3 when Atelier does not run, else 1."
        })
public final class RotateKeyCommand implements Callable<Integer> {
    @Option(names = "--keep-earlier", description = "Ends once the new key wraps every secret; both keys stay.")
    private boolean keepEarlier;

    @Option(
            names = "--operator",
            paramLabel = "EMAIL",
            description =
                    "Who asks the services how far they are (default: the first operator). Asks for the password, or reads ATELIER_PASSWORD.")
    private @Nullable String operator;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var runningStackState = new RunningStackState(Installation.locate().directory());
        if (!runningStackState.isRunning()) {
            IO.println("Atelier does not run, and the key is changed while it does. Start it: infra/atelier up");
            return 3;
        }
        if (!runningStackState.lastState().containsKey("ready")) {
            throw new BackingServiceFailed(
                    "Atelier is just starting; try again when it is ready: infra/atelier status");
        }
        try (var channel = FileChannel.open(
                        runningStackState.directory().resolve("rotate-key.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                throw new BackingServiceFailed("the master key is being changed by another command");
            }
            rotate(runningStackState);
        }
        return 0;
    }

    private void rotate(RunningStackState runningStackState) throws InterruptedException {
        var apiClient = OperatorSession.start(runningStackState, operator);
        try (var display = StartProgressDisplay.onTerminal()) {
            var rotation = MasterKeyRotation.of(runningStackState, apiClient, display);
            runOrAdvise("Both keys stay. To go on: infra/atelier rotate-key", rotation::rewrapWithNewKey);
            if (!keepEarlier) {
                runOrAdvise(
                        "The new key wraps every secret. What still runs with both keys takes the new one alone when it starts again: infra/atelier down, infra/atelier up",
                        rotation::removeEarlierKeys);
            }
        }
        IO.println(
                keepEarlier
                        ? "The new master key wraps every secret. To remove the earlier one: infra/atelier rotate-key"
                        : "The master key is changed; the earlier one is used no more.");
    }

    private static void runOrAdvise(String advice, RotationStep step) throws InterruptedException {
        try {
            step.run();
        } catch (BackingServiceFailed e) {
            throw new BackingServiceFailed("%s%n%s".formatted(e.getMessage(), advice), e);
        }
    }

    private interface RotationStep {
        void run() throws InterruptedException;
    }
}
