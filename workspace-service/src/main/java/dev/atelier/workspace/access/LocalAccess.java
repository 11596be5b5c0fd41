package dev.atelier.workspace.access;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.MemberAccess;
import dev.atelier.kit.access.ProjectAccess;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.project.ProjectStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class LocalAccess implements WorkspaceAuthorization {
    private final MembershipStore membershipStore;
    private final ProjectStore projectStore;
    private final WorkspaceStore workspaceStore;

    LocalAccess(MembershipStore membershipStore, ProjectStore projectStore, WorkspaceStore workspaceStore) {
        this.membershipStore = membershipStore;
        this.projectStore = projectStore;
        this.workspaceStore = workspaceStore;
    }

    @Override
    public MemberAccess member(WorkspaceId workspace, UserId user) {
        return new MemberAccess(
                workspace, user, membershipStore.demand(workspace, user).role());
    }

    @Override
    public MemberAccess manager(WorkspaceId workspace, UserId user) {
        var member = member(workspace, user);
        workspaceStore.demandManager(workspace, user);
        return member;
    }

    @Override
    public ProjectAccess participant(WorkspaceId workspace, ProjectId project, UserId user) {
        return new ProjectAccess(workspace, project, user, projectStore.demandReader(workspace, project, user));
    }

    @Override
    public void rely(WorkspaceId workspace, UserId user) {
        membershipStore.rely(workspace, user);
    }

    @Override
    public Optional<Set<ProjectId>> readableProjects(WorkspaceId workspace, UserId user) {
        membershipStore.demand(workspace, user);
        return workspaceStore.manager(workspace).equals(user)
                ? Optional.empty()
                : Optional.of(projectStore.takenPartIn(workspace, user));
    }

    @Override
    public Set<UserId> readers(WorkspaceId workspace, ProjectId project) {
        try {
            return projectStore.readers(workspace, project);
        } catch (NotFound e) {
            return Set.of();
        }
    }

    @Override
    public String projectName(WorkspaceId workspace, ProjectId project) {
        return projectStore.name(workspace, project);
    }

    @Override
    public String workspaceName(WorkspaceId workspace) {
        return workspaceStore.name(workspace);
    }

    @Override
    public UserId managerOf(WorkspaceId workspace) {
        return workspaceStore.manager(workspace);
    }
}
