package dev.atelier.notification.webhook.delivery;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores the deliveries of all endpoints: the waiting ones and the log of the finished ones. */
@Component
public class WebhookDeliveryStore {
    /** The collection, also used by the classes that claim deliveries and poll for due ones. */
    public static final String COLLECTION = "webhook-deliveries";

    private final MongoTemplate mongo;

    WebhookDeliveryStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Queues deliveries, in the transaction that numbered them. */
    public void add(List<NewDelivery> deliveries) {
        TransactionRunner.requireTransaction("queueing deliveries");
        mongo.insert(deliveries.stream().map(WebhookDelivery::of).toList(), WebhookDelivery.class);
    }

    /** Counts the deliveries that wait for an endpoint, up to a limit. */
    public long countWaiting(WorkspaceId workspace, WebhookEndpointId endpoint, int limit) {
        return mongo.count(Query.query(open(workspace, endpoint)).limit(limit), WebhookDelivery.class);
    }

    /** Returns the streams of an endpoint that have waiting deliveries. */
    public List<DeliveryStream> streams(WorkspaceId workspace, WebhookEndpointId endpoint) {
        return mongo
                .findDistinct(Query.query(open(workspace, endpoint)), "stream", WebhookDelivery.class, UUID.class)
                .stream()
                .map(id -> new DeliveryStream(workspace, endpoint, id))
                .toList();
    }

    /** Returns the streams of an endpoint whose head is due: neither claimed nor to be retried later. */
    public List<DeliveryStream> findDueStreams(WorkspaceId workspace, WebhookEndpointId endpoint, Instant now) {
        return mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        Aggregates.match(Filters.and(
                                Filters.eq("workspaceId", workspace.value()),
                                Filters.eq("endpointId", endpoint.value()),
                                Filters.eq("state", DeliveryState.WAITING.name()))),
                        Aggregates.sort(Sorts.ascending("stream", "sequence")),
                        Aggregates.group("$stream", Accumulators.first("notBefore", "$notBefore")),
                        Aggregates.match(Filters.or(Filters.eq("notBefore", null), Filters.lte("notBefore", now)))))
                .map(row -> new DeliveryStream(workspace, endpoint, row.get("_id", UUID.class)))
                .into(new ArrayList<>());
    }

    /**
     * Clears the retry times and failure counts of an endpoint's unclaimed deliveries, either to send them at once or
     * because the endpoint is paused.
     */
    public void clearRetryTimes(WorkspaceId workspace, WebhookEndpointId endpoint) {
        mongo.updateMulti(
                Query.query(open(workspace, endpoint)
                        .and("claim")
                        .exists(false)
                        .and("notBefore")
                        .exists(true)),
                new Update().unset("notBefore").set("tries", 0),
                WebhookDelivery.class);
    }

    /** Clears the retry time of a stream whose endpoint is paused; an expired claim stays recorded. */
    public void clearRetryTime(DeliveryStream stream, Instant now) {
        mongo.updateMulti(
                Query.query(open(stream.workspaceId(), stream.endpointId())
                        .and("stream")
                        .is(stream.id())
                        .and("notBefore")
                        .lte(now)),
                new Update().unset("notBefore"),
                WebhookDelivery.class);
    }

    /** Deletes all deliveries of an endpoint, including its log. */
    public void deleteAll(WorkspaceId workspace, WebhookEndpointId endpoint) {
        mongo.remove(Query.query(of(workspace, endpoint)), WebhookDelivery.class);
    }

    /** Returns a page of the log, newest first. */
    List<WebhookDelivery> log(
            WorkspaceId workspace,
            WebhookEndpointId endpoint,
            @Nullable DeliveryState state,
            @Nullable WebhookDeliveryId before,
            int limit) {
        var asked = of(workspace, endpoint);
        if (state != null) {
            asked = asked.and("state").is(state);
        }
        if (before != null) {
            asked = asked.and("_id").lt(before);
        }
        return mongo.find(
                Query.query(asked).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit), WebhookDelivery.class);
    }

    Optional<WebhookDelivery> find(WorkspaceId workspace, WebhookEndpointId endpoint, WebhookDeliveryId id) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(of(workspace, endpoint).and("_id").is(id)), WebhookDelivery.class));
    }

    private static Criteria open(WorkspaceId workspace, WebhookEndpointId endpoint) {
        return of(workspace, endpoint).and("state").is(DeliveryState.WAITING);
    }

    private static Criteria of(WorkspaceId workspace, WebhookEndpointId endpoint) {
        return where("workspaceId").is(workspace).and("endpointId").is(endpoint);
    }
}
