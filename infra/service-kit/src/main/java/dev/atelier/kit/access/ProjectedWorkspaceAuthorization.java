package dev.atelier.kit.access;

import dev.atelier.events.MembershipState;
import dev.atelier.events.ProjectState;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.state.StateProjection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides access from the last states that workspace-service published. */
final class ProjectedWorkspaceAuthorization implements WorkspaceAuthorization {
    private final StateProjection<WorkspaceState> workspaces;
    private final StateProjection<ProjectState> projects;
    private final StateProjection<MembershipState> memberships;

    ProjectedWorkspaceAuthorization(
            StateProjection<WorkspaceState> workspaces,
            StateProjection<ProjectState> projects,
            StateProjection<MembershipState> memberships) {
        this.workspaces = workspaces;
        this.projects = projects;
        this.memberships = memberships;
    }

    @Override
    public MemberAccess requireMember(WorkspaceId workspace, UserId user) {
        return memberships
                .find(key(workspace, user))
                .map(state -> new MemberAccess(state.workspaceId(), state.userId(), state.role()))
                .orElseThrow(NotFound::new);
    }

    @Override
    public MemberAccess requireManager(WorkspaceId workspace, UserId user) {
        var memberAccess = requireMember(workspace, user);
        if (!memberAccess.manager()) {
            throw new ManagerRequired();
        }
        return memberAccess;
    }

    @Override
    public ProjectAccess requireParticipant(WorkspaceId workspace, ProjectId project, UserId user) {
        var memberAccess = requireMember(workspace, user);
        var found = project(workspace, project).orElseThrow(NotFound::new);
        if (!memberAccess.manager() && !found.participants().contains(user)) {
            throw new NotFound();
        }
        return new ProjectAccess(workspace, project, user, memberAccess.manager());
    }

    @Override
    public void lockMembership(WorkspaceId workspace, UserId user) {
        if (!memberships.lock(key(workspace, user))) {
            throw new NotFound();
        }
    }

    @Override
    public Optional<Set<ProjectId>> findReadableProjects(WorkspaceId workspace, UserId user) {
        if (requireMember(workspace, user).manager()) {
            return Optional.empty();
        }
        var keys = projects.keys(Map.of("participants", user, "workspaceId", workspace));
        return Optional.of(keys.stream()
                .map(key -> TypedIdFactory.parse(ProjectId.class, key))
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Set<UserId> findReaders(WorkspaceId workspace, ProjectId project) {
        var found = project(workspace, project);
        if (found.isEmpty()) {
            return Set.of();
        }
        var people = new HashSet<>(found.get().participants());
        workspaces.find(workspace.toString()).ifPresent(known -> people.add(known.manager()));
        var keys = people.stream().map(one -> key(workspace, one)).toList();
        return memberships.all(keys).values().stream()
                .map(MembershipState::userId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String projectName(WorkspaceId workspace, ProjectId project) {
        return project(workspace, project).map(ProjectState::name).orElseThrow(NotFound::new);
    }

    @Override
    public String workspaceName(WorkspaceId workspace) {
        return requireWorkspace(workspace).name();
    }

    @Override
    public UserId managerOf(WorkspaceId workspace) {
        return requireWorkspace(workspace).manager();
    }

    private WorkspaceState requireWorkspace(WorkspaceId workspace) {
        return workspaces.find(workspace.toString()).orElseThrow(NotFound::new);
    }

    private Optional<ProjectState> project(WorkspaceId workspace, ProjectId project) {
        return projects.find(project.toString())
                .filter(state -> state.workspaceId().equals(workspace));
    }

    private static String key(WorkspaceId workspace, UserId user) {
        return workspace + ":" + user;
    }
}
