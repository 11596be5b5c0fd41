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
 * An entry as it is stored. The id is made of the run and the number, so that two workers never both write the same
 * line: that is all that fences a worker which lost its lease.
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
