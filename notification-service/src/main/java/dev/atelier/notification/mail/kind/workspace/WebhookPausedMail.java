package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.NotificationEvent.WebhookPaused;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.notification.mail.MailData;
import dev.atelier.notification.mail.MailKind;
import dev.atelier.notification.mail.NoMailRecipient;
import dev.atelier.notification.mail.OutgoingMail;
import dev.atelier.notification.mail.queue.MailQueue;
import dev.atelier.notification.mail.rendering.MailDisplayName;
import dev.atelier.notification.mail.rendering.MailMessages;
import dev.atelier.notification.webhook.EndpointNameLookup;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the manager that a webhook endpoint is paused, unless a person paused it. */
@Component
class WebhookPausedMail implements MailKind, DomainEventHandler {
    private final MailQueue mailQueue;
    private final MemberMailComposer memberMailComposer;
    private final ManagerLookup managerLookup;
    private final EndpointNameLookup endpointNameLookup;
    private final MailMessages mailMessages;

    WebhookPausedMail(
            MailQueue mailQueue,
            MemberMailComposer memberMailComposer,
            ManagerLookup managerLookup,
            EndpointNameLookup endpointNameLookup,
            MailMessages mailMessages) {
        this.mailQueue = mailQueue;
        this.memberMailComposer = memberMailComposer;
        this.managerLookup = managerLookup;
        this.endpointNameLookup = endpointNameLookup;
        this.mailMessages = mailMessages;
    }

    @Override
    public String key() {
        return "webhook-paused";
    }

    void on(WebhookPaused paused, MessageEnvelope envelope) {
        if (paused.why() != WebhookPauseReason.PERSON) {
            var values = Map.of(
                    "why", paused.why().name(),
                    "endpointId", paused.endpointId().toString());
            managerLookup
                    .find(paused.workspaceId())
                    .ifPresent(manager ->
                            mailQueue.queue(envelope.id(), this, new MailData(paused.workspaceId(), manager, values)));
        }
    }

    @Override
    public OutgoingMail compose(MailData data) {
        var recipient = memberMailComposer.recipient(data);
        var values = List.of(
                endpointName(data), mailMessages.reason(recipient.locale(), "webhook-paused.why", data.get("why")));
        var link = memberMailComposer.link(data, "webhook-endpoints", "endpointId");
        return memberMailComposer.compose(this, data, recipient, values, link);
    }

    private String endpointName(MailData data) {
        return endpointNameLookup
                .find(data.workspaceId(), TypedIdFactory.parse(WebhookEndpointId.class, data.get("endpointId")))
                .map(MailDisplayName::of)
                .orElseThrow(() -> new NoMailRecipient("no-such-endpoint"));
    }
}
