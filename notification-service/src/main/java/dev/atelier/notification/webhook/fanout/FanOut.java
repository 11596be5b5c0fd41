package dev.atelier.notification.webhook.fanout;

import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.Deliveries;
import dev.atelier.notification.webhook.delivery.DeliveryId;
import dev.atelier.notification.webhook.delivery.Stream;
import dev.atelier.notification.webhook.delivery.Waiting;
import dev.atelier.notification.webhook.endpoint.Endpoints;
import dev.atelier.notification.webhook.endpoint.Subscriber;
import dev.atelier.notification.webhook.sending.Dispatch;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes of facts what each endpoint that wants them is sent; all facts of one transaction in few writes. */
@Component
class FanOut {
    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Numbering numbering;
    private final Dispatch dispatch;
    private final WebhookSettings settings;
    private final Clock clock;

    FanOut(
            Endpoints endpoints,
            Deliveries deliveries,
            Numbering numbering,
            Dispatch dispatch,
            WebhookSettings settings,
            Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.numbering = numbering;
        this.dispatch = dispatch;
        this.settings = settings;
        this.clock = clock;
    }

    /** Queues facts for those who want them, in the running transaction; says which streams have more now. */
    Set<Stream> queue(List<Fact> facts) {
        Transactions.demand("queueing webhooks");
        var woken = new LinkedHashSet<Stream>();
        facts.stream()
                .collect(Collectors.groupingBy(Fact::workspaceId, LinkedHashMap::new, Collectors.toList()))
                .forEach((workspace, ofOne) -> woken.addAll(queue(workspace, ofOne)));
        return woken;
    }

    /** After the commit. */
    void wake(Set<Stream> streams) {
        dispatch.wake(streams);
    }

    private Set<Stream> queue(WorkspaceId workspace, List<Fact> facts) {
        var wanted = new ArrayList<Wanted>();
        for (var subscriber : endpoints.subscribers(workspace)) {
            wanted.addAll(room(
                    subscriber,
                    facts.stream().filter(fact -> subscriber.wants(fact.type())).toList()));
        }
        return wanted.isEmpty() ? Set.of() : number(workspace, wanted);
    }

    /** What still has room; the rest is dropped, counted, and the endpoint paused. */
    private List<Wanted> room(Subscriber subscriber, List<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        int limit = subscriber.limit(settings.backlog(), clock.instant());
        long waiting = deliveries.waiting(subscriber.workspaceId(), subscriber.id(), limit);
        int room = (int) Math.min(facts.size(), limit - waiting);
        if (room < facts.size()) {
            if (!subscriber.paused()) {
                endpoints.pause(subscriber.workspaceId(), subscriber.id(), Why.BACKLOG);
            }
            endpoints.missed(subscriber.workspaceId(), subscriber.id(), facts.size() - room);
        }
        return facts.stream()
                .limit(room)
                .map(fact -> Wanted.of(subscriber, fact))
                .toList();
    }

    /** Queues one fact for one endpoint, whatever it wants; the first of its stream. */
    void add(DeliveryId id, Stream stream, Fact fact) {
        deliveries.add(List.of(waiting(id, stream, 1, fact, clock.instant())));
    }

    private Set<Stream> number(WorkspaceId workspace, List<Wanted> wanted) {
        var last = numbering.last(workspace, wanted.stream().map(Wanted::stream).collect(Collectors.toSet()));
        var numbered = new LinkedHashMap<Stream, Long>();
        var now = clock.instant();
        var queued = new ArrayList<Waiting>();
        for (var one : wanted) {
            var stream = one.stream();
            long before = numbered.getOrDefault(stream, last.getOrDefault(stream.id(), 0L));
            long number = before + 1;
            numbered.put(stream, number);
            queued.add(waiting(DeliveryId.next(), stream, number, one.fact(), now));
        }
        numbering.store(numbered);
        deliveries.add(queued);
        return numbered.keySet();
    }

    private static Waiting waiting(DeliveryId id, Stream stream, long number, Fact fact, Instant now) {
        return new Waiting(id, stream, number, fact.subject(), fact.type(), fact.body(number), fact.test(), now);
    }

    /** A fact for one endpoint. */
    record Wanted(Stream stream, Fact fact) {
        static Wanted of(Subscriber subscriber, Fact fact) {
            return new Wanted(Stream.of(subscriber.workspaceId(), subscriber.id(), fact.subject()), fact);
        }
    }
}
