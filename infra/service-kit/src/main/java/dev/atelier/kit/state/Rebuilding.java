package dev.atelier.kit.state;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.RenameCollectionOptions;
import dev.atelier.events.State;
import dev.atelier.kit.kafka.KafkaClients;
import dev.atelier.kit.kafka.Wire.Unreadable;
import dev.atelier.kit.mongo.Leases.Grant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.core.JacksonException;

/** Reads a state topic from its beginning into a fresh collection and swaps it in. */
final class Rebuilding {
    private final MongoTemplate mongo;
    private final KafkaClients clients;
    private final Rebuilds rebuilds;
    private final StateDelivery delivery;

    Rebuilding(MongoTemplate mongo, KafkaClients clients, Rebuilds rebuilds, StateDelivery delivery) {
        this.mongo = mongo;
        this.clients = clients;
        this.rebuilds = rebuilds;
        this.delivery = delivery;
    }

    /**
     * Lets nobody else rebuild it, and what arrives goes into both collections from now on.
     *
     * @return what does the rest, to be called once
     */
    <S extends State> LongSupplier begin(StoredProjection<S> projection) {
        var topic = projection.topic();
        var grant = rebuilds.take(topic);
        try {
            projection.fresh().drop();
            projection.fresh().create();
            rebuilds.mark(topic, grant);
        } catch (RuntimeException e) {
            rebuilds.release(topic, grant);
            throw e;
        }
        return () -> finish(projection, grant);
    }

    private <S extends State> long finish(StoredProjection<S> projection, Grant grant) {
        var topic = projection.topic();
        var fresh = projection.fresh();
        try {
            rebuilds.renew(read(projection, fresh, grant));
            swap(fresh.name(), projection.rows().name());
        } finally {
            end(topic, fresh, grant);
        }
        return projection.rows().count();
    }

    private void end(String topic, Rows<?> fresh, Grant grant) {
        try {
            if (rebuilds.unmark(topic, grant)) {
                fresh.drop();
            }
        } finally {
            rebuilds.release(topic, grant);
        }
    }

    /** What is written to both collections since the begin makes up for what is published after the ends seen here. */
    private <S extends State> Grant read(StoredProjection<S> projection, Rows<S> fresh, Grant grant) {
        try (var reader = clients.reader()) {
            var partitions = reader.partitionsFor(projection.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            var held = grant;
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                gather(projection, fresh, reader);
                held = rebuilds.renew(held);
            }
            return held;
        }
    }

    private <S extends State> void gather(
            StoredProjection<S> projection, Rows<S> fresh, Consumer<String, String> reader) {
        var read = new ArrayList<ConsumerRecord<String, String>>();
        reader.poll(Duration.ofMillis(200)).forEach(read::add);
        var states = read.stream()
                .flatMap(record -> readable(projection, record).stream())
                .toList();
        fresh.putNewer(states);
        delivery.again(read.stream()
                .filter(record -> readable(projection, record).isPresent())
                .toList());
    }

    private static <S extends State> Optional<S> readable(
            StoredProjection<S> projection, ConsumerRecord<String, String> record) {
        try {
            return new StateReader<>(projection.type()).read(record);
        } catch (Unreadable | JacksonException e) {
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
