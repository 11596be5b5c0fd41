package dev.atelier.agentrun.run;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;

/** Hears, inside the transaction, that a run ended: what hangs on it ends too. */
public interface RunEndListener {
    void ended(WorkspaceId workspace, RunId run);
}
