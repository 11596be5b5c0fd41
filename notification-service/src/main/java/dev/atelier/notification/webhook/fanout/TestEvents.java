package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import dev.atelier.notification.webhook.delivery.DeliveryId;
import dev.atelier.notification.webhook.delivery.Stream;
import dev.atelier.notification.webhook.endpoint.Endpoints;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Test events: told to one endpoint, once, whatever it wants to hear. */
@Component
class TestEvents {
    private final Endpoints endpoints;
    private final FanOut fanOut;
    private final Transactions transactions;
    private final Clock clock;

    TestEvents(Endpoints endpoints, FanOut fanOut, Transactions transactions, Clock clock) {
        this.endpoints = endpoints;
        this.fanOut = fanOut;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sends one.
     *
     * @return the delivery in whose log the result can be read
     * @throws EndpointPaused where nothing goes out
     */
    DeliveryId send(WorkspaceId workspace, EndpointId endpoint) {
        var id = DeliveryId.next();
        var subject = "test-events/" + id;
        var stream = Stream.of(workspace, endpoint, subject);
        transactions.run(() -> {
            if (endpoints.target(workspace, endpoint).orElseThrow(NotFound::new).paused()) {
                throw new EndpointPaused();
            }
            fanOut.add(id, stream, Fact.test(workspace, subject, clock.instant()));
        });
        fanOut.wake(Set.of(stream));
        return id;
    }
}
