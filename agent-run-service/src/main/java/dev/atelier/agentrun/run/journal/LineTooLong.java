package dev.atelier.agentrun.run.journal;

/** The line is longer than a journal takes; nothing was written. */
public final class LineTooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    LineTooLong(String entry, int most) {
        super("the entry " + entry + " has more than " + most + " bytes", null, false, false);
    }
}
