package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.MessageJson;
import dev.atelier.events.PublishedMessage;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened in a workspace, in the shape that webhooks tell it. */
record WebhookEvent(WorkspaceId workspaceId, String type, String subject, Instant time, ObjectNode data, boolean test) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static WebhookEvent of(WorkspaceId workspace, PublishedMessage event, MessageEnvelope envelope) {
        var data = (ObjectNode) JSON.readTree(MessageJson.write(event));
        return new WebhookEvent(workspace, envelope.type(), event.subject(), envelope.time(), data, false);
    }

    /** A test event of its own subject, so that nothing stands before it. */
    static WebhookEvent test(WorkspaceId workspace, String subject, Instant now) {
        return new WebhookEvent(workspace, "webhook.test", subject, now, JSON.createObjectNode(), true);
    }

    /** {@code {type, timestamp, data}}; data is the event's record with workspace, subject and sequence. */
    String body(long sequence) {
        var numbered = data.deepCopy()
                .put("workspaceId", workspaceId.toString())
                .put("subject", subject)
                .put("sequence", sequence);
        return JSON.createObjectNode()
                .put("type", type)
                .put("timestamp", time.toString())
                .set("data", numbered)
                .toString();
    }
}
