package dev.atelier.workspace.membership;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<MembershipDocument, String> {
    MembershipDocument save(MembershipDocument row);

    Optional<MembershipDocument> findByWorkspaceIdAndUserId(WorkspaceId workspace, UserId user);

    List<MembershipDocument> findByWorkspaceIdAndUserIdIn(WorkspaceId workspace, Collection<UserId> users);

    List<MembershipDocument> findByWorkspaceIdAndEndedFalse(WorkspaceId workspace);

    List<MembershipDocument> findByWorkspaceIdAndEndedFalseAndUserIdGreaterThanOrderByUserId(
            WorkspaceId workspace, UserId after, Limit limit);

    List<MembershipDocument> findByWorkspaceIdAndEndedFalseOrderByUserId(WorkspaceId workspace, Limit limit);

    List<MembershipDocument> findByWorkspaceId(WorkspaceId workspace, Limit limit);

    long countByWorkspaceIdAndEndedFalse(WorkspaceId workspace);

    long countByWorkspaceIdAndEndedFalseAndRoleNot(WorkspaceId workspace, WorkspaceRole role);

    void deleteByWorkspaceIdAndIdIn(WorkspaceId workspace, Collection<String> ids);

    @AcrossWorkspaces("a person asks for their own workspaces")
    List<MembershipDocument> findByUserIdAndEndedFalseOrderByWorkspaceId(UserId user, Limit limit);

    @AcrossWorkspaces("a person asks for their own workspaces")
    List<MembershipDocument> findByUserIdAndEndedFalseAndWorkspaceIdGreaterThanOrderByWorkspaceId(
            UserId user, WorkspaceId after, Limit limit);
}
