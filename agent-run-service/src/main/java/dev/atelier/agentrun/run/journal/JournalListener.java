package dev.atelier.agentrun.run.journal;

/** Handles new journal entries, on the feed's only thread; implementations must not block. */
public interface JournalListener {
    void onEntry(JournalEntry entry);

    /** Handles a restart of the feed: entries may have been missed. */
    void onFeedRestarted();
}
