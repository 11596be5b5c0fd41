package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.CallingService;
import dev.atelier.workspace.people.PersonLookup;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvitationMailController {
    private final InvitationRepository documents;
    private final WorkspaceStore workspaceStore;
    private final PersonLookup personLookup;
    private final InvitationLinkCodec invitationLinkCodec;
    private final Clock clock;

    InvitationMailController(
            InvitationRepository documents,
            WorkspaceStore workspaceStore,
            PersonLookup personLookup,
            InvitationLinkCodec invitationLinkCodec,
            Clock clock) {
        this.documents = documents;
        this.workspaceStore = workspaceStore;
        this.personLookup = personLookup;
        this.invitationLinkCodec = invitationLinkCodec;
        this.clock = clock;
    }

    /**
     * Returns the content of the mail. The link is created here and is part of no event. 410 if nobody can accept the
     * invitation any more.
     */
    @GetMapping("/internal/invitations/{invitationId}/mail")
    InvitationMailResponse mail(@PathVariable InvitationId invitationId, CallingService service) {
        service.require("notification-service");
        var invitation = documents.findById(invitationId).orElseThrow(NotFound::new);
        invitation.requireUsable(clock.instant());
        var workspace = invitation.workspaceId();
        return new InvitationMailResponse(
                invitation.email(),
                workspaceStore.name(workspace),
                personLookup.find(invitation.invitedBy()).displayName(),
                invitationLinkCodec.link(new InvitationToken(invitationId, invitation.nonce())),
                invitation.expires(),
                workspaceStore.language(workspace));
    }

    /** The content of the mail; {@code inviterName} is the address until activation, and the name after it; {@code locale} is that of the workspace. */
    record InvitationMailResponse(
            String email, String workspaceName, String inviterName, String link, Instant expiresAt, String locale) {}
}
