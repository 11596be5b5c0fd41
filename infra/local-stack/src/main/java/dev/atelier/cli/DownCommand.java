package dev.atelier.cli;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.stack.Installation;
import dev.atelier.stack.RunningStackState;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/** Stops everything. */
@Command(name = "down", description = "Stops what 'up' started, in order; data stays.")
public final class DownCommand implements Callable<Integer> {
    private static final long LIMIT_SECONDS = 120;

    @Override
    public Integer call() throws InterruptedException {
        stop(Installation.locate());
        return 0;
    }

    /** Returns when all parts have stopped. */
    static void stop(Installation installation) throws InterruptedException {
        var runningStackState = new RunningStackState(installation.directory());
        if (!runningStackState.isRunning()) {
            IO.println("Atelier does not run.");
            return;
        }
        var pid = runningStackState.lastState().get("supervisor.pid");
        if (pid == null) {
            throw new BackingServiceFailed("Atelier has only just been started; try again in a second.");
        }
        IO.println("Stopping the services, then Keycloak, Kafka, MongoDB and the mail catcher");
        var supervisor = ProcessHandle.of(Long.parseLong(pid));
        supervisor.ifPresent(ProcessHandle::destroy);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (runningStackState.isRunning()
                || supervisor.map(ProcessHandle::isAlive).orElse(false)) {
            if (System.nanoTime() > deadline) {
                throw new BackingServiceFailed(
                        "it has not ended within %d s; its process is %s".formatted(LIMIT_SECONDS, pid));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        IO.println("Stopped. Data stays in " + installation.directory());
    }
}
