package dev.atelier.stack.watch;

/** A part is down. */
public final class Outage implements AutoCloseable {
    private final Kept part;
    private final Watch watch;

    public Outage(Kept part, Watch watch) {
        this.part = part;
        this.watch = watch;
    }

    /** Starts the part again; returns once it is ready. */
    @Override
    public void close() {
        part.restart();
        watch.lookAfter(part.name());
    }
}
