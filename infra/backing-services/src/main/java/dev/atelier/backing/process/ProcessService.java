package dev.atelier.backing.process;

import dev.atelier.backing.BackingService;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A part that is a child of this JVM. */
public abstract class ProcessService implements BackingService {
    private final Duration stopLimit;
    private volatile @Nullable ChildProcess process;

    /**
     * Not started yet.
     *
     * @param stopLimit how long it may take to end in order, before it is killed
     */
    protected ProcessService(Duration stopLimit) {
        this.stopLimit = stopLimit;
    }

    /** Starts it on its data and its port, and waits until it serves. */
    protected abstract ChildProcess launch();

    /** Starts it for the first time; the last thing its constructor does. */
    protected final void begin() {
        process = launch();
    }

    @Override
    public final ServiceOrigin way() {
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
        return Objects.requireNonNull(process, "not begun");
    }
}
