package dev.atelier.kit.access;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/** The checks every request begins with. What is foreign and what does not exist are refused alike, as not found. */
public interface WorkspaceAuthorization {
    /** The person's membership, else not found. */
    MemberAccess member(WorkspaceId workspace, UserId user);

    /** The manager's membership; not found for strangers, forbidden for members. */
    MemberAccess manager(WorkspaceId workspace, UserId user);

    /** For who takes part in the project or manages the workspace, else not found. */
    ProjectAccess participant(WorkspaceId workspace, ProjectId project, UserId user);

    /**
     * Inside a transaction that starts something in a member's name: writes their membership, so that this and their
     * removal cannot both commit. Not found where they are no member.
     */
    void rely(WorkspaceId workspace, UserId user);

    /**
     * The projects that a member takes part in, for lists over a workspace; empty for the manager, who reads all of them. Not found for
     * strangers. As many at most as one person may take part in.
     */
    Optional<Set<ProjectId>> readableProjects(WorkspaceId workspace, UserId user);

    /** Everyone who may read the project: those who take part and the manager. Empty where it does not exist. */
    Set<UserId> readers(WorkspaceId workspace, ProjectId project);

    /** The project's name, else not found. */
    String projectName(WorkspaceId workspace, ProjectId project);

    /** The workspace's name, else not found. */
    String workspaceName(WorkspaceId workspace);

    /** The one manager, else not found. */
    UserId managerOf(WorkspaceId workspace);
}
