package dev.atelier.workspace.access;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.access.Membership;
import dev.atelier.kit.access.ProjectAccess;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.project.Projects;
import dev.atelier.workspace.workspace.Workspaces;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class OwnAccess implements Access {
    private final Memberships memberships;
    private final Projects projects;
    private final Workspaces workspaces;

    OwnAccess(Memberships memberships, Projects projects, Workspaces workspaces) {
        this.memberships = memberships;
        this.projects = projects;
        this.workspaces = workspaces;
    }

    @Override
    public Membership member(WorkspaceId workspace, UserId user) {
        return new Membership(
                workspace, user, memberships.demand(workspace, user).role());
    }

    @Override
    public Membership manager(WorkspaceId workspace, UserId user) {
        var member = member(workspace, user);
        workspaces.demandManager(workspace, user);
        return member;
    }

    @Override
    public ProjectAccess participant(WorkspaceId workspace, ProjectId project, UserId user) {
        return new ProjectAccess(workspace, project, user, projects.demandReader(workspace, project, user));
    }

    @Override
    public void rely(WorkspaceId workspace, UserId user) {
        memberships.rely(workspace, user);
    }

    @Override
    public Optional<Set<ProjectId>> readableProjects(WorkspaceId workspace, UserId user) {
        memberships.demand(workspace, user);
        return workspaces.manager(workspace).equals(user)
                ? Optional.empty()
                : Optional.of(projects.takenPartIn(workspace, user));
    }

    @Override
    public Set<UserId> readers(WorkspaceId workspace, ProjectId project) {
        try {
            return projects.readers(workspace, project);
        } catch (NotFound e) {
            return Set.of();
        }
    }

    @Override
    public String projectName(WorkspaceId workspace, ProjectId project) {
        return projects.name(workspace, project);
    }

    @Override
    public String workspaceName(WorkspaceId workspace) {
        return workspaces.name(workspace);
    }

    @Override
    public UserId managerOf(WorkspaceId workspace) {
        return workspaces.manager(workspace);
    }
}
