package dev.atelier.agentrun.run.journal;

/** The entry is longer than the journal's limit; it was not written. */
public final class JournalEntryTooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalEntryTooLong(String entry, int most) {
        super("the entry " + entry + " has more than " + most + " bytes", null, false, false);
    }
}
