package dev.atelier.workspace.project;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.LimitGuard;
import org.springframework.stereotype.Component;

/** Limits how many projects a workspace has and how many a person takes part in. */
@Component
class ProjectLimits {
    private final ProjectRepository documents;
    private final ProjectSettings settings;
    private final LimitGuard guard;

    ProjectLimits(ProjectRepository documents, ProjectSettings settings, LimitGuard guard) {
        this.documents = documents;
        this.settings = settings;
        this.guard = guard;
    }

    /**
     * Checks that the workspace may have one more project, in the running transaction.
     *
     * @throws TooManyProjects if the limit is reached
     */
    void requireWithinLimit(WorkspaceId workspace) {
        guard.write("projects", workspace);
        if (documents.countByWorkspaceId(workspace) >= settings.perWorkspace()) {
            throw TooManyProjects.ofWorkspace(settings.perWorkspace());
        }
    }

    /**
     * Checks that the person may take part in one more project, in the running transaction.
     *
     * @throws TooManyProjects if the limit is reached
     */
    void requireWithinLimit(WorkspaceId workspace, UserId person) {
        guard.write("participations", workspace + ":" + person);
        if (documents.countByWorkspaceIdAndParticipants(workspace, person) >= settings.perPerson()) {
            throw TooManyProjects.ofPerson(settings.perPerson());
        }
    }
}
