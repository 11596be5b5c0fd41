package dev.atelier.agentrun.run;

import dev.atelier.events.ProjectState;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.state.StateProjection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which projects' runs and approvals a person may see. */
@Component
public class VisibleProjects {
    private final Access access;
    private final StateProjection<ProjectState> projects;

    VisibleProjects(Access access, StateProjection<ProjectState> projects) {
        this.access = access;
        this.projects = projects;
    }

    /** Those the member takes part in; null for the manager, who sees all. */
    public @Nullable Set<ProjectId> to(WorkspaceId workspace, UserId user) {
        if (access.member(workspace, user).manager()) {
            return null;
        }
        return projects.where("participants", user).stream()
                .filter(project -> project.workspaceId().equals(workspace))
                .map(ProjectState::projectId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
