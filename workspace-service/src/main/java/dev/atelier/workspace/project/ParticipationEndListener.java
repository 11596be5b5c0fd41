package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;

/** Ends what depends on a participation in a project, in the transaction that ends the participation. */
public interface ParticipationEndListener {
    /**
     * Called when a participation has ended.
     *
     * @param by who ended it; can be the participant
     */
    void ended(WorkspaceId workspace, ProjectId project, UserId participant, UserId by);
}
