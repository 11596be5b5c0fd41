package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.security.Caller;
import dev.atelier.notification.webhook.delivery.DeliveryId;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Test events over HTTP, for the workspace's manager alone. */
@RestController
class TestEventController {
    private final Access access;
    private final TestEvents tests;

    TestEventController(Access access, TestEvents tests) {
        this.access = access;
        this.tests = tests;
    }

    /** Sends a {@code webhook.test}; how it went is read at the delivery named in {@code Location}. */
    @PostMapping("/api/workspaces/{w}/webhook-endpoints/{id}/test-event")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Sent> send(@PathVariable WorkspaceId w, @PathVariable EndpointId id, Caller caller) {
        access.manager(w, caller.userId());
        var delivery = tests.send(w, id);
        return ResponseEntity.accepted()
                .location(URI.create("/api/workspaces/" + w + "/webhook-endpoints/" + id + "/deliveries/" + delivery))
                .body(new Sent(delivery));
    }

    /** Where to read on. */
    record Sent(DeliveryId deliveryId) {}
}
