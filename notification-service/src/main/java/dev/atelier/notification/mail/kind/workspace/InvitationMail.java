package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.WorkspaceEvent.MemberInvited;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.recipient.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invites somebody to a workspace, in the language of the workspace. */
@Component
class InvitationMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final InternalClientFactory services;
    private final MailMessages mailMessages;
    private final Clock clock;

    InvitationMail(MailQueue mailQueue, InternalClientFactory services, MailMessages mailMessages, Clock clock) {
        this.mailQueue = mailQueue;
        this.services = services;
        this.mailMessages = mailMessages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "invitation";
    }

    @Override
    public boolean invitation() {
        return true;
    }

    void on(MemberInvited invited, MessageEnvelope envelope) {
        var values = Map.of("invitationId", invited.invitationId().toString());
        mailQueue.queue(envelope.id(), this, new MailData(invited.workspaceId(), null, values));
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var invitation = services.clientFor("workspace-service")
                .asService()
                .get("/internal/invitations/{id}/mail", data.get("invitationId"))
                .retrieve(InvitationMailPayload.class);
        var locale = Recipient.locale(invitation.locale());
        var workspaceName = MailDisplayName.of(invitation.workspaceName());
        return new OutgoingMail(
                invitation.email(),
                key(),
                locale,
                List.of(
                        MailDisplayName.of(invitation.inviterName()),
                        workspaceName,
                        mailMessages.until(invitation.expiresAt(), clock.instant(), locale)),
                workspaceName,
                invitation.link(),
                null);
    }

    /** Response of workspace-service for an invitation. */
    private record InvitationMailPayload(
            String email, String workspaceName, String inviterName, String link, Instant expiresAt, String locale) {}
}
