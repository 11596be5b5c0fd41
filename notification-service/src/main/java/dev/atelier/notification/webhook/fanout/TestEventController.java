package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.security.Caller;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryId;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends test events, only for the workspace's manager. */
@RestController
class TestEventController {
    private final WorkspaceAuthorization workspaceAuthorization;
    private final TestEventSender tests;

    TestEventController(WorkspaceAuthorization workspaceAuthorization, TestEventSender tests) {
        this.workspaceAuthorization = workspaceAuthorization;
        this.tests = tests;
    }

    /** Sends a {@code webhook.test}. The result is in the delivery named by {@code Location}. */
    @PostMapping("/api/workspaces/{workspaceId}/webhook-endpoints/{webhookEndpointId}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<TestEventResponse> send(
            @PathVariable WorkspaceId workspaceId, @PathVariable WebhookEndpointId webhookEndpointId, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        var delivery = tests.send(workspaceId, webhookEndpointId);
        return ResponseEntity.accepted()
                .location(URI.create("/api/workspaces/" + workspaceId + "/webhook-endpoints/" + webhookEndpointId
                        + "/deliveries/" + delivery))
                .body(new TestEventResponse(delivery));
    }

    /** Names the delivery of the test event. */
    record TestEventResponse(WebhookDeliveryId deliveryId) {}
}
