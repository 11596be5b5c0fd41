package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import java.time.Instant;

/**
 * An open invitation as the manager sees it: the typed address, and nothing about the person who owns it.
 *
 * @param expired whether the link has expired; the invitation can be sent again
 */
record InvitationResponse(
        InvitationId id, String email, UserId invitedBy, Instant createdAt, Instant expiresAt, boolean expired) {
    static InvitationResponse of(Invitation invitation, Instant now) {
        return new InvitationResponse(
                invitation.id(),
                invitation.email(),
                invitation.invitedBy(),
                invitation.createdAt(),
                invitation.expires(),
                invitation.isExpired(now));
    }
}
