package dev.atelier.agentrun.run.journal;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A journal entry as stored in MongoDB. Its id consists of the run and the number, so that two workers cannot write the
 * same entry. Only this fences a worker that lost its lease.
 */
@Document(JournalDocument.COLLECTION)
@TypeAlias("line")
@CompoundIndex(name = "journal", def = "{workspaceId: 1, runId: 1, seq: 1}", unique = true)
record JournalDocument(
        @Id @NotPersonal("run and number") String id,
        WorkspaceId workspaceId,
        RunId runId,
        long seq,
        Instant at,
        JournalEvent what)
        implements WorkspaceOwned {
    static final String COLLECTION = "journal";

    static JournalDocument of(JournalEntry entry) {
        return new JournalDocument(
                entry.id(), entry.workspaceId(), entry.runId(), entry.seq(), entry.at(), entry.what());
    }

    JournalEntry entry() {
        return new JournalEntry(workspaceId, runId, seq, at, what);
    }
}
