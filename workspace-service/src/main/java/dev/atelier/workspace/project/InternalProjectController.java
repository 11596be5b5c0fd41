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
    @GetMapping("/internal/workspaces/{w}/projects/{p}")
    ProjectResponse one(@PathVariable WorkspaceId w, @PathVariable ProjectId p, Caller caller) {
        return ProjectResponse.of(projectStore.demand(w, p, caller.userId()).project());
    }
}
