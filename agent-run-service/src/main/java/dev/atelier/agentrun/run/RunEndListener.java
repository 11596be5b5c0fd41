package dev.atelier.agentrun.run;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;

/** Notified inside the transaction in which a run ends, to end what depends on the run. */
public interface RunEndListener {
    void onRunEnded(WorkspaceId workspace, RunId run);
}
