package dev.atelier.agentrun.run.journal;

/** The line is longer than a journal takes; nothing was written. */
public final class JournalEntryTooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalEntryTooLong(String entry, int most) {
        super("the entry " + entry + " has more than " + most + " bytes", null, false, false);
    }
}
