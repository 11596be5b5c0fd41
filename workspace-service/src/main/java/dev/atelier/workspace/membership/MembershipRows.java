package dev.atelier.workspace.membership;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface MembershipRows extends Repository<MembershipRow, String> {
    MembershipRow save(MembershipRow row);

    Optional<MembershipRow> findByWorkspaceIdAndUserId(WorkspaceId workspace, UserId user);

    List<MembershipRow> findByWorkspaceIdAndUserIdIn(WorkspaceId workspace, Collection<UserId> users);

    List<MembershipRow> findByWorkspaceIdAndEndedFalse(WorkspaceId workspace);

    List<MembershipRow> findByWorkspaceIdAndEndedFalseAndUserIdGreaterThanOrderByUserId(
            WorkspaceId workspace, UserId after, Limit limit);

    List<MembershipRow> findByWorkspaceIdAndEndedFalseOrderByUserId(WorkspaceId workspace, Limit limit);

    List<MembershipRow> findByWorkspaceId(WorkspaceId workspace, Limit limit);

    long countByWorkspaceIdAndEndedFalse(WorkspaceId workspace);

    long countByWorkspaceIdAndEndedFalseAndRoleNot(WorkspaceId workspace, Role role);

    void deleteByWorkspaceIdAndIdIn(WorkspaceId workspace, Collection<String> ids);

    @AcrossWorkspaces("a person asks for their own workspaces")
    List<MembershipRow> findByUserIdAndEndedFalseOrderByWorkspaceId(UserId user, Limit limit);

    @AcrossWorkspaces("a person asks for their own workspaces")
    List<MembershipRow> findByUserIdAndEndedFalseAndWorkspaceIdGreaterThanOrderByWorkspaceId(
            UserId user, WorkspaceId after, Limit limit);
}
