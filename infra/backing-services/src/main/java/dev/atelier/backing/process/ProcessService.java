package dev.atelier.backing.process;

import dev.atelier.backing.BackingService;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A backing service as a child process of this JVM. */
public abstract class ProcessService implements BackingService {
    private final Duration stopLimit;
    private volatile @Nullable ChildProcess process;

    /**
     * Creates the service without starting it.
     *
     * @param stopLimit time limit for an orderly stop, after which the process is killed
     */
    protected ProcessService(Duration stopLimit) {
        this.stopLimit = stopLimit;
    }

    /** Starts the process with its data and port, and waits until it responds. */
    protected abstract ChildProcess launch();

    /** Starts the process for the first time; called at the end of the subclass's constructor. */
    protected final void startFirst() {
        process = launch();
    }

    @Override
    public final ServiceOrigin source() {
        return ServiceOrigin.PROCESS;
    }

    @Override
    public final OptionalLong pid() {
        return OptionalLong.of(process().pid());
    }

    @Override
    public final boolean alive() {
        return process().alive();
    }

    @Override
    public final void kill() {
        process().kill();
    }

    @Override
    public final synchronized void restart() {
        stop();
        process = launch();
    }

    @Override
    public final void stop() {
        process().stop(stopLimit);
    }

    private ChildProcess process() {
        return Objects.requireNonNull(process, "not started");
    }
}
