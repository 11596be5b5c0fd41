package dev.atelier.kit.state;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Stores the next offset of each partition in the same transaction as the projections, so that a restored or emptied
 * database continues from its own position, independently of the offsets that Kafka keeps for the group.
 */
final class ProjectionOffsetStore {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoTemplate mongo;

    ProjectionOffsetStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    OptionalLong next(TopicPartition partition) {
        var found = positions().find(eq("_id", partition.toString())).first();
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.getLong("next"));
    }

    void advance(List<? extends ConsumerRecord<?, ?>> read) {
        Map<TopicPartition, Long> ends = read.stream()
                .collect(Collectors.toMap(
                        one -> new TopicPartition(one.topic(), one.partition()), one -> one.offset() + 1, Math::max));
        positions()
                .bulkWrite(ends.entrySet().stream()
                        .map(end -> new UpdateOneModel<Document>(
                                eq("_id", end.getKey().toString()), set("next", end.getValue()), UPSERT))
                        .toList());
    }

    private MongoCollection<Document> positions() {
        return mongo.getCollection("positions");
    }
}
