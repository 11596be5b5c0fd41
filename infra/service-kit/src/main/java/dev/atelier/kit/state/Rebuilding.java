package dev.atelier.kit.state;

import com.mongodb.MongoNamespace;
import com.mongodb.client.model.RenameCollectionOptions;
import dev.atelier.events.State;
import dev.atelier.kit.kafka.KafkaClients;
import dev.atelier.kit.kafka.Wire.Unreadable;
import dev.atelier.kit.mongo.Leases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.core.JacksonException;

/** Reads a state topic from its beginning into a fresh collection and swaps it in. */
final class Rebuilding {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(Rebuilding.class);

    private final MongoTemplate mongo;
    private final KafkaClients clients;
    private final Leases leases;
    private final Rebuilds rebuilds;
    private final StateDelivery delivery;

    Rebuilding(MongoTemplate mongo, KafkaClients clients, Leases leases, Rebuilds rebuilds, StateDelivery delivery) {
        this.mongo = mongo;
        this.clients = clients;
        this.leases = leases;
        this.rebuilds = rebuilds;
        this.delivery = delivery;
    }

    <S extends State> long rebuild(StoredProjection<S> projection) {
        var lease = "rebuild-" + projection.topic();
        var grant = leases.take(lease, LEASE)
                .orElseThrow(() -> new IllegalStateException(projection.topic() + " is being rebuilt already"));
        var fresh = projection.fresh();
        try {
            fresh.drop();
            fresh.create();
            rebuilds.begin(projection.topic());
            read(projection, fresh);
            swap(fresh.name(), projection.rows().name());
        } finally {
            rebuilds.end(projection.topic());
            fresh.drop();
            leases.release(grant);
        }
        log.info(
                "{} is rebuilt with {} keys",
                projection.topic(),
                projection.rows().count());
        return projection.rows().count();
    }

    /** What is written to both collections since the begin makes up for what is published after the ends seen here. */
    private <S extends State> void read(StoredProjection<S> projection, Rows<S> fresh) {
        try (var reader = clients.reader()) {
            var partitions = reader.partitionsFor(projection.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                gather(projection, fresh, reader);
                leases.take("rebuild-" + projection.topic(), LEASE);
            }
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
