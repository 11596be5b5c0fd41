package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, InvitationId> {
    Invitation save(Invitation invitation);

    List<Invitation> findByWorkspaceIdAndStateAndAddressIn(
            WorkspaceId workspace, Invitation.InvitationState state, Collection<String> addresses);

    Optional<Invitation> findByWorkspaceIdAndId(WorkspaceId workspace, InvitationId id);

    Optional<Invitation> findByWorkspaceIdAndAddressAndState(
            WorkspaceId workspace, String address, Invitation.InvitationState state);

    List<Invitation> findByWorkspaceIdAndStateOrderById(
            WorkspaceId workspace, Invitation.InvitationState state, Limit limit);

    List<Invitation> findByWorkspaceIdAndStateAndIdGreaterThanOrderById(
            WorkspaceId workspace, Invitation.InvitationState state, InvitationId after, Limit limit);

    long countByWorkspaceIdAndState(WorkspaceId workspace, Invitation.InvitationState state);

    long countByWorkspaceIdAndCreatedAtAfter(WorkspaceId workspace, Instant moment);

    Optional<Invitation> findFirstByWorkspaceIdAndCreatedAtAfterOrderByCreatedAt(WorkspaceId workspace, Instant moment);

    @AcrossWorkspaces("a person may invite so many people, wherever they do")
    long countByInvitedByAndCreatedAtAfter(UserId by, Instant moment);

    @AcrossWorkspaces("a person may invite so many people, wherever they do")
    Optional<Invitation> findFirstByInvitedByAndCreatedAtAfterOrderByCreatedAt(UserId by, Instant moment);

    @AcrossWorkspaces("a link and a mail contain only the invitation id")
    Optional<Invitation> findById(InvitationId id);
}
