package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import java.util.UUID;

/** What an invitation's link says: which invitation, and the nonce of its last mail. */
public record InvitationToken(InvitationId invitation, UUID nonce) {}
