package dev.atelier.stack.supervision;

/** The outage of a part, which lasts until it is closed. */
public final class PartOutage implements AutoCloseable {
    private final SupervisedPart part;
    private final PartSupervisor partSupervisor;

    public PartOutage(SupervisedPart part, PartSupervisor partSupervisor) {
        this.part = part;
        this.partSupervisor = partSupervisor;
    }

    /** Starts the part again; returns once it is ready. */
    @Override
    public void close() {
        part.restart();
        partSupervisor.supervise(part.name());
    }
}
