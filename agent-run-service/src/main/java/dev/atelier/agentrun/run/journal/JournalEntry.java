package dev.atelier.agentrun.run.journal;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;

/**
 * One line of a run's journal.
 *
 * @param seq from 1, without gaps
 */
public record JournalEntry(WorkspaceId workspaceId, RunId runId, long seq, Instant at, JournalEvent what) {
    /** Its name: no two lines have the same run and number. */
    public String id() {
        return runId + ":" + seq;
    }
}
