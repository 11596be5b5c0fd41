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
    public MemberAccess requireMember(WorkspaceId workspace, UserId user) {
        return new MemberAccess(
                workspace, user, membershipStore.require(workspace, user).role());
    }

    @Override
    public MemberAccess requireManager(WorkspaceId workspace, UserId user) {
        var member = requireMember(workspace, user);
        workspaceStore.requireManager(workspace, user);
        return member;
    }

    @Override
    public ProjectAccess requireParticipant(WorkspaceId workspace, ProjectId project, UserId user) {
        return new ProjectAccess(workspace, project, user, projectStore.requireReader(workspace, project, user));
    }

    @Override
    public void lockMembership(WorkspaceId workspace, UserId user) {
        membershipStore.lockMembership(workspace, user);
    }

    @Override
    public Optional<Set<ProjectId>> findReadableProjects(WorkspaceId workspace, UserId user) {
        membershipStore.require(workspace, user);
        return workspaceStore.manager(workspace).equals(user)
                ? Optional.empty()
                : Optional.of(projectStore.findProjectsOf(workspace, user));
    }

    @Override
    public Set<UserId> findReaders(WorkspaceId workspace, ProjectId project) {
        try {
            return projectStore.findReaders(workspace, project);
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
