package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.NewDelivery;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryId;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryStore;
import dev.atelier.notification.webhook.dispatch.DeliveryDispatcher;
import dev.atelier.notification.webhook.endpoint.EndpointSubscription;
import dev.atelier.notification.webhook.endpoint.WebhookEndpointService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Queues a delivery of each event for each endpoint that subscribes to it; all events of one transaction in few writes.
 */
@Component
class WebhookFanOut {
    private final WebhookEndpointService webhookEndpointService;
    private final WebhookDeliveryStore webhookDeliveryStore;
    private final DeliverySequencer deliverySequencer;
    private final DeliveryDispatcher deliveryDispatcher;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookFanOut(
            WebhookEndpointService webhookEndpointService,
            WebhookDeliveryStore webhookDeliveryStore,
            DeliverySequencer deliverySequencer,
            DeliveryDispatcher deliveryDispatcher,
            WebhookSettings settings,
            Clock clock) {
        this.webhookEndpointService = webhookEndpointService;
        this.webhookDeliveryStore = webhookDeliveryStore;
        this.deliverySequencer = deliverySequencer;
        this.deliveryDispatcher = deliveryDispatcher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues events for their subscribers in the running transaction; returns the streams that have new deliveries. */
    Set<DeliveryStream> queue(List<WebhookEvent> facts) {
        TransactionRunner.requireTransaction("queueing webhooks");
        var woken = new LinkedHashSet<DeliveryStream>();
        facts.stream()
                .collect(Collectors.groupingBy(WebhookEvent::workspaceId, LinkedHashMap::new, Collectors.toList()))
                .forEach((workspace, ofOne) -> woken.addAll(queue(workspace, ofOne)));
        return woken;
    }

    /** Must be called after the commit. */
    void wake(Set<DeliveryStream> streams) {
        deliveryDispatcher.wake(streams);
    }

    private Set<DeliveryStream> queue(WorkspaceId workspace, List<WebhookEvent> facts) {
        var wanted = new ArrayList<SubscribedEvent>();
        for (var endpointSubscription : webhookEndpointService.subscribers(workspace)) {
            wanted.addAll(limitToBacklog(
                    endpointSubscription,
                    facts.stream()
                            .filter(webhookEvent -> endpointSubscription.wants(webhookEvent.type()))
                            .toList()));
        }
        return wanted.isEmpty() ? Set.of() : number(workspace, wanted);
    }

    /** Returns the events that fit into the backlog. The rest is dropped and counted, and the endpoint is paused. */
    private List<SubscribedEvent> limitToBacklog(EndpointSubscription endpointSubscription, List<WebhookEvent> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        int limit = endpointSubscription.limit(settings.backlog(), clock.instant());
        long waiting =
                webhookDeliveryStore.countWaiting(endpointSubscription.workspaceId(), endpointSubscription.id(), limit);
        int room = (int) Math.min(facts.size(), limit - waiting);
        if (room < facts.size()) {
            if (!endpointSubscription.paused()) {
                webhookEndpointService.pause(
                        endpointSubscription.workspaceId(), endpointSubscription.id(), WebhookPauseReason.BACKLOG);
            }
            webhookEndpointService.addMissedEvents(
                    endpointSubscription.workspaceId(), endpointSubscription.id(), facts.size() - room);
        }
        return facts.stream()
                .limit(room)
                .map(webhookEvent -> SubscribedEvent.of(endpointSubscription, webhookEvent))
                .toList();
    }

    /** Queues one event for one endpoint, independent of its filters, as the first of its stream. */
    void add(WebhookDeliveryId id, DeliveryStream stream, WebhookEvent webhookEvent) {
        webhookDeliveryStore.add(List.of(waiting(id, stream, 1, webhookEvent, clock.instant())));
    }

    private Set<DeliveryStream> number(WorkspaceId workspace, List<SubscribedEvent> wanted) {
        var last = deliverySequencer.last(
                workspace, wanted.stream().map(SubscribedEvent::stream).collect(Collectors.toSet()));
        var numbered = new LinkedHashMap<DeliveryStream, Long>();
        var now = clock.instant();
        var queued = new ArrayList<NewDelivery>();
        for (var one : wanted) {
            var stream = one.stream();
            long before = numbered.getOrDefault(stream, last.getOrDefault(stream.id(), 0L));
            long number = before + 1;
            numbered.put(stream, number);
            queued.add(waiting(WebhookDeliveryId.next(), stream, number, one.fact(), now));
        }
        deliverySequencer.store(numbered);
        webhookDeliveryStore.add(queued);
        return numbered.keySet();
    }

    private static NewDelivery waiting(
            WebhookDeliveryId id, DeliveryStream stream, long number, WebhookEvent webhookEvent, Instant now) {
        return new NewDelivery(
                id,
                stream,
                number,
                webhookEvent.subject(),
                webhookEvent.type(),
                webhookEvent.body(number),
                webhookEvent.test(),
                now);
    }

    /** An event for one endpoint. */
    record SubscribedEvent(DeliveryStream stream, WebhookEvent fact) {
        static SubscribedEvent of(EndpointSubscription endpointSubscription, WebhookEvent webhookEvent) {
            return new SubscribedEvent(
                    DeliveryStream.of(
                            endpointSubscription.workspaceId(), endpointSubscription.id(), webhookEvent.subject()),
                    webhookEvent);
        }
    }
}
