package dev.atelier.agentrun.run.journal;

/** Somebody else wrote the next line of the run's journal: this worker must stop. */
public final class RunFenced extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RunFenced(String entry) {
        super("the journal has another entry " + entry, null, false, false);
    }
}
