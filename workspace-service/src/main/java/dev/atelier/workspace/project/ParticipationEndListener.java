package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** Ends what hangs on taking part in a project, in the transaction that ends it. */
public interface ParticipationEndListener {
    /** The participant is out; {@code by} is whoever ended it, which may be themselves. */
    void ended(WorkspaceId workspace, ProjectId project, UserId participant, UserId by);
}
