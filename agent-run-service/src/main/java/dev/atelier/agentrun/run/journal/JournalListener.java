package dev.atelier.agentrun.run.journal;

/** Hears of new lines, on the feed's one thread: be quick. */
public interface JournalListener {
    void heard(JournalEntry entry);

    /** The feed begins anew; lines may have been missed. */
    void missed();
}
