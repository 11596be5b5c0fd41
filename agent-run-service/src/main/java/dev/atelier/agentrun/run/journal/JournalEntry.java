package dev.atelier.agentrun.run.journal;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;

/**
 * One entry of a run's journal.
 *
 * @param seq starts at 1, without gaps
 */
public record JournalEntry(WorkspaceId workspaceId, RunId runId, long seq, Instant at, JournalEvent what) {
    /** Returns the entry's id, unique by run and number. */
    public String id() {
        return runId + ":" + seq;
    }
}
