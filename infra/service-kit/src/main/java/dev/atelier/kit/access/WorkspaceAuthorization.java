package dev.atelier.kit.access;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;
import java.util.Set;

/**
 * The access checks at the start of every request. A missing resource and one that the person may not see are refused
 * in the same way, with {@code not-found}.
 */
public interface WorkspaceAuthorization {
    /** Returns the person's membership; throws {@code not-found} for anybody else. */
    MemberAccess requireMember(WorkspaceId workspace, UserId user);

    /**
     * Returns the manager's membership; throws {@code not-found} for non-members and {@code only-the-manager} for other
     * members.
     */
    MemberAccess requireManager(WorkspaceId workspace, UserId user);

    /**
     * Returns the access of a participant of the project or of the manager; throws {@code not-found} for anybody else.
     */
    ProjectAccess requireParticipant(WorkspaceId workspace, ProjectId project, UserId user);

    /**
     * Locks the membership in a transaction that starts something in the name of a member: it writes the membership, so
     * that this transaction and the removal of the member cannot both commit. Throws {@code not-found} where the person
     * is no member.
     */
    void lockMembership(WorkspaceId workspace, UserId user);

    /**
     * Returns the projects in which a member participates, to filter lists over a workspace; empty for the manager, who
     * may read all of them. Throws {@code not-found} for non-members. The size is limited by the number of projects in
     * which one person may participate.
     */
    Optional<Set<ProjectId>> findReadableProjects(WorkspaceId workspace, UserId user);

    /**
     * Returns everyone who may read the project: the participants and the manager. Empty where the project does not
     * exist.
     */
    Set<UserId> findReaders(WorkspaceId workspace, ProjectId project);

    /** Returns the project's name; throws {@code not-found} where there is none. */
    String projectName(WorkspaceId workspace, ProjectId project);

    /** Returns the workspace's name; throws {@code not-found} where there is none. */
    String workspaceName(WorkspaceId workspace);

    /** Returns the only manager; throws {@code not-found} where there is no such workspace. */
    UserId managerOf(WorkspaceId workspace);
}
