package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InternalProjectController {
    private final Projects projects;

    InternalProjectController(Projects projects) {
        this.projects = projects;
    }

    /** One project, for who may read it. */
    @GetMapping("/internal/workspaces/{w}/projects/{p}")
    ProjectView one(@PathVariable WorkspaceId w, @PathVariable ProjectId p, Caller caller) {
        return ProjectView.of(projects.demand(w, p, caller.userId()).project());
    }
}
