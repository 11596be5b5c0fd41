package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import java.util.UUID;

/** The content of an invitation link: the invitation, and the nonce of its last mail. */
public record InvitationToken(InvitationId invitation, UUID nonce) {}
