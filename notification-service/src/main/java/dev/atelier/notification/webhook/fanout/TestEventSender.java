package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryId;
import dev.atelier.notification.webhook.endpoint.WebhookEndpointService;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Sends test events: to one endpoint, in one attempt, independent of its filters. */
@Component
class TestEventSender {
    private final WebhookEndpointService webhookEndpointService;
    private final WebhookFanOut fanOut;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    TestEventSender(
            WebhookEndpointService webhookEndpointService,
            WebhookFanOut fanOut,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.webhookEndpointService = webhookEndpointService;
        this.fanOut = fanOut;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /**
     * Queues a test event and wakes its stream.
     *
     * @return the delivery in whose log the result can be read
     * @throws WebhookEndpointPaused if the endpoint is paused
     */
    WebhookDeliveryId send(WorkspaceId workspace, WebhookEndpointId endpoint) {
        var id = WebhookDeliveryId.next();
        var subject = "test-events/" + id;
        var stream = DeliveryStream.of(workspace, endpoint, subject);
        transactionRunner.run(() -> {
            if (webhookEndpointService
                    .target(workspace, endpoint)
                    .orElseThrow(NotFound::new)
                    .paused()) {
                throw new WebhookEndpointPaused();
            }
            fanOut.add(id, stream, WebhookEvent.test(workspace, subject, clock.instant()));
        });
        fanOut.wake(Set.of(stream));
        return id;
    }
}
