package dev.atelier.agentrun.run.journal;

/** Another writer has written the next entry of the run's journal; this worker must stop the run. */
public final class RunFenced extends RuntimeException {
    private static final long serialVersionUID = 1;

    public RunFenced(String entry) {
        super("the journal has another entry " + entry, null, false, false);
    }
}
