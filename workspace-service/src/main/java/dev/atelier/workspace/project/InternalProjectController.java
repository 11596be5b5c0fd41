package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InternalProjectController {
    private final ProjectStore projectStore;

    InternalProjectController(ProjectStore projectStore) {
        this.projectStore = projectStore;
    }

    /** Returns one project, to people who may read it. */
    @GetMapping("/internal/workspaces/{workspaceId}/projects/{projectId}")
    ProjectResponse one(@PathVariable WorkspaceId workspaceId, @PathVariable ProjectId projectId, Caller caller) {
        return ProjectResponse.of(
                projectStore.require(workspaceId, projectId, caller.userId()).project());
    }
}
