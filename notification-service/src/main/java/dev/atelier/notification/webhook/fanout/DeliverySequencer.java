package dev.atelier.notification.webhook.fanout;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.endpoint.EndpointChangeListener;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Numbers the events of each stream, from 1, without gaps: reads and writes the numbers in the transaction that queues
 * the events.
 */
@Component
class DeliverySequencer implements EndpointChangeListener {
    private final MongoTemplate mongo;

    DeliverySequencer(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Returns the last number of each stream; 0 for a new one. */
    Map<UUID, Long> last(WorkspaceId workspace, Collection<DeliveryStream> streams) {
        var ids = streams.stream().map(DeliveryStream::id).toList();
        var last = new HashMap<UUID, Long>();
        ids.forEach(id -> last.put(id, 0L));
        mongo.find(Query.query(where("workspaceId").is(workspace).and("_id").in(ids)), DeliverySequenceDocument.class)
                .forEach(count -> last.put(count.id(), count.last()));
        return last;
    }

    /** Stores the new last numbers. */
    void store(Map<DeliveryStream, Long> last) {
        TransactionRunner.requireTransaction("numbering events");
        if (last.isEmpty()) {
            return;
        }
        var writes = mongo.bulkOps(BulkMode.UNORDERED, DeliverySequenceDocument.class);
        last.forEach((stream, number) -> writes.upsert(
                Query.query(where("_id").is(stream.id()).and("workspaceId").is(stream.workspaceId())),
                new Update().set("endpointId", stream.endpointId()).set("last", number)));
        writes.execute();
    }

    @Override
    public void deleted(WorkspaceId workspace, WebhookEndpointId endpoint) {
        mongo.remove(
                Query.query(where("workspaceId").is(workspace).and("endpointId").is(endpoint)),
                DeliverySequenceDocument.class);
    }
}
