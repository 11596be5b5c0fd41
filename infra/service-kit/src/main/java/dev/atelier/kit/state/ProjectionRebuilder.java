package dev.atelier.kit.state;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.RenameCollectionOptions;
import dev.atelier.events.EntityState;
import dev.atelier.kit.kafka.CloudEventHeaders.UnreadableMessage;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.mongo.LeaseStore.GrantedLease;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.core.JacksonException;

/** Reads a state topic from the beginning into a new collection and replaces the current one with it. */
final class ProjectionRebuilder {
    private final MongoTemplate mongo;
    private final KafkaClientFactory clients;
    private final RebuildStore rebuildStore;
    private final StateBatchListener delivery;

    ProjectionRebuilder(
            MongoTemplate mongo, KafkaClientFactory clients, RebuildStore rebuildStore, StateBatchListener delivery) {
        this.mongo = mongo;
        this.clients = clients;
        this.rebuildStore = rebuildStore;
        this.delivery = delivery;
    }

    /**
     * Acquires the rebuild's lease. From now on every instance writes new states into both collections.
     *
     * @return performs the rest of the rebuild; must be called once
     */
    <S extends EntityState> LongSupplier begin(MongoStateProjection<S> projection) {
        var topic = projection.topic();
        var grantedLease = rebuildStore.acquire(topic);
        try {
            projection.rebuildCollection().drop();
            projection.rebuildCollection().create();
            rebuildStore.mark(topic, grantedLease);
        } catch (RuntimeException e) {
            rebuildStore.release(topic, grantedLease);
            throw e;
        }
        return () -> finish(projection, grantedLease);
    }

    private <S extends EntityState> long finish(MongoStateProjection<S> projection, GrantedLease grantedLease) {
        var topic = projection.topic();
        var fresh = projection.rebuildCollection();
        try {
            rebuildStore.renew(read(projection, fresh, grantedLease));
            swap(fresh.name(), projection.collection().name());
        } finally {
            end(topic, fresh, grantedLease);
        }
        return projection.collection().count();
    }

    private void end(String topic, ProjectionCollection<?> fresh, GrantedLease grantedLease) {
        try {
            if (rebuildStore.unmark(topic, grantedLease)) {
                fresh.drop();
            }
        } finally {
            rebuildStore.release(topic, grantedLease);
        }
    }

    /**
     * Reads up to the end offsets seen here. Later states are in the new collection because all instances write into
     * both collections.
     */
    private <S extends EntityState> GrantedLease read(
            MongoStateProjection<S> projection, ProjectionCollection<S> fresh, GrantedLease grantedLease) {
        try (var reader = clients.createConsumer()) {
            var partitions = reader.partitionsFor(projection.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var held = grantedLease;
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                gather(projection, fresh, reader);
                held = rebuildStore.renew(held);
            }
            return held;
        }
    }

    private <S extends EntityState> void gather(
            MongoStateProjection<S> projection, ProjectionCollection<S> fresh, Consumer<String, String> reader) {
        var read = new ArrayList<ConsumerRecord<String, String>>();
        reader.poll(Duration.ofMillis(200)).forEach(read::add);
        var states = read.stream()
                .flatMap(record -> readable(projection, record).stream())
                .toList();
        fresh.putNewer(states);
        delivery.reapply(read.stream()
                .filter(record -> readable(projection, record).isPresent())
                .toList());
    }

    private static <S extends EntityState> Optional<S> readable(
            MongoStateProjection<S> projection, ConsumerRecord<String, String> record) {
        try {
            return new StateReader<>(projection.type()).read(record);
        } catch (UnreadableMessage | JacksonException e) {
            return Optional.empty();
        }
    }

    private void swap(String fresh, String current) {
        mongo.getCollection(fresh)
                .renameCollection(
                        new MongoNamespace(mongo.getDb().getName(), current),
                        new RenameCollectionOptions().dropTarget(true));
    }
}
