package dev.atelier.workspace.membership;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface MembershipDocuments extends Repository<Membership, String> {
    Membership save(Membership membership);

    Optional<Membership> findByWorkspaceIdAndUserId(WorkspaceId workspace, UserId user);

    List<Membership> findByWorkspaceIdAndUserIdIn(WorkspaceId workspace, Collection<UserId> users);

    List<Membership> findByWorkspaceIdAndEndedFalse(WorkspaceId workspace);

    List<Membership> findByWorkspaceIdAndEndedFalseAndUserIdGreaterThanOrderByUserId(
            WorkspaceId workspace, UserId after, Limit limit);

    List<Membership> findByWorkspaceIdAndEndedFalseOrderByUserId(WorkspaceId workspace, Limit limit);

    @AcrossWorkspaces("a person asks for their own workspaces")
    List<Membership> findByUserIdAndEndedFalseOrderByWorkspaceId(UserId user, Limit limit);

    @AcrossWorkspaces("a person asks for their own workspaces")
    List<Membership> findByUserIdAndEndedFalseAndWorkspaceIdGreaterThanOrderByWorkspaceId(
            UserId user, WorkspaceId after, Limit limit);
}
