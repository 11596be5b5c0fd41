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
@Document(Line.COLLECTION)
@TypeAlias("line")
@CompoundIndex(name = "journal", def = "{workspaceId: 1, runId: 1, seq: 1}", unique = true)
record Line(
        @Id @NotPersonal("run and number") String id,
        WorkspaceId workspaceId,
        RunId runId,
        long seq,
        Instant at,
        Happening what)
        implements WorkspaceOwned {
    static final String COLLECTION = "journal";

    static Line of(Entry entry) {
        return new Line(entry.id(), entry.workspaceId(), entry.runId(), entry.seq(), entry.at(), entry.what());
    }

    Entry entry() {
        return new Entry(workspaceId, runId, seq, at, what);
    }
}
