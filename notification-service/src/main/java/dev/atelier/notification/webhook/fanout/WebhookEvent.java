package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.MessageJson;
import dev.atelier.events.PublishedMessage;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event of a workspace in the format of webhooks. */
record WebhookEvent(WorkspaceId workspaceId, String type, String subject, Instant time, ObjectNode data, boolean test) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static WebhookEvent of(WorkspaceId workspace, PublishedMessage event, MessageEnvelope envelope) {
        var data = (ObjectNode) JSON.readTree(MessageJson.write(event));
        return new WebhookEvent(workspace, envelope.type(), event.subject(), envelope.time(), data, false);
    }

    /** Creates a test event. It has a subject of its own, so that no other delivery is before it in its stream. */
    static WebhookEvent test(WorkspaceId workspace, String subject, Instant now) {
        return new WebhookEvent(workspace, "webhook.test", subject, now, JSON.createObjectNode(), true);
    }

    /**
     * Returns {@code {type, timestamp, data}}; {@code data} is the event's record with workspace, subject and sequence.
     */
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
