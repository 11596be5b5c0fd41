package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.kit.security.CallingService;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.invitation.link.LinkToken;
import dev.atelier.workspace.invitation.link.Links;
import dev.atelier.workspace.people.People;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InvitationMailController {
    private final InvitationDocuments documents;
    private final Workspaces workspaces;
    private final People people;
    private final Links links;
    private final Clock clock;

    InvitationMailController(
            InvitationDocuments documents, Workspaces workspaces, People people, Links links, Clock clock) {
        this.documents = documents;
        this.workspaces = workspaces;
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    /** What the mail says; the link is minted here and is in no event. 410 where nobody can accept it any more. */
    @GetMapping("/internal/invitations/{id}/mail")
    InvitationMail mail(@PathVariable InvitationId id, CallingService service) {
        service.mustBe("notification-service");
        var invitation = documents.findById(id).orElseThrow(NotFound::new);
        invitation.demandUsable(clock.instant());
        var workspace = invitation.workspaceId();
        return new InvitationMail(
                invitation.email(),
                workspaces.name(workspace),
                people.of(invitation.invitedBy()).displayName(),
                links.link(new LinkToken(id, invitation.nonce())),
                invitation.expires(),
                workspaces.language(workspace));
    }

    /** The parts of the mail; {@code inviterName} by the rule of I3, {@code locale} of the workspace. */
    record InvitationMail(
            String email, String workspaceName, String inviterName, String link, Instant expires, String locale) {}
}
