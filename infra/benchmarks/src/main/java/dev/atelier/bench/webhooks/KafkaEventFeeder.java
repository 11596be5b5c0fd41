package dev.atelier.bench.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.kafka.CloudEventHeaders;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes events of one workspace to Kafka as an outbox relay does: many subjects in turn, each numbered without
 * gaps.
 */
final class KafkaEventFeeder implements AutoCloseable {
    /** Makes a body of about 1 KB. */
    private static final String NAME = "A name of unusual length ".repeat(27).strip();

    private final KafkaProducer<String, String> producer;
    private final WorkspaceId workspace;
    private final List<ProjectId> subjects;
    private final UserId by = new UserId(UUID.randomUUID());
    private final Clock clock = Clock.systemUTC();
    private int said;

    KafkaEventFeeder(String bootstrapServers, String workspace, int subjects) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
                new StringSerializer(),
                new StringSerializer());
        this.workspace = new WorkspaceId(UUID.fromString(workspace));
        this.subjects =
                IntStream.range(0, subjects).mapToObj(_ -> ProjectId.next()).toList();
    }

    /**
     * Publishes a burst; returns when each event was passed to Kafka's client, by {@link DeliveryArrivals#key}, in
     * nanoseconds of this JVM.
     */
    Map<String, Long> atOnce(int events) {
        var moments = new HashMap<String, Long>();
        for (var n = 0; n < events; n++) {
            publish(moments);
        }
        producer.flush();
        return moments;
    }

    /** Publishes at a constant rate per second, for some seconds. */
    Map<String, Long> evenly(int perSecond, int seconds) {
        var moments = new HashMap<String, Long>();
        long distance = 1_000_000_000L / perSecond;
        long began = System.nanoTime();
        for (var n = 0; n < perSecond * seconds; n++) {
            long due = began + n * distance;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            publish(moments);
        }
        return moments;
    }

    private void publish(Map<String, Long> moments) {
        var event = new ProjectRenamed(workspace, subjects.get(said % subjects.size()), NAME, by);
        long sequence = said / subjects.size() + 1L;
        said++;
        moments.put(DeliveryArrivals.key(event.subject(), sequence), System.nanoTime());
        var _ = producer.send(message(event, sequence));
    }

    private ProducerRecord<String, String> message(ProjectRenamed event, long sequence) {
        var entry = MessageCatalogue.of(event.getClass());
        var message = new ProducerRecord<>(entry.topic(), event.key(), MessageJson.write(event));
        Map.of(
                        CloudEventHeaders.ID, UuidV7.next().toString(),
                        CloudEventHeaders.TYPE, entry.type(),
                        CloudEventHeaders.SOURCE, entry.source(),
                        CloudEventHeaders.SPECVERSION, "1.0",
                        CloudEventHeaders.SUBJECT, event.subject(),
                        CloudEventHeaders.TIME, clock.instant().toString(),
                        CloudEventHeaders.DATASCHEMA, entry.dataschema(),
                        CloudEventHeaders.WORKSPACE, workspace.toString(),
                        CloudEventHeaders.SEQUENCE, Long.toString(sequence),
                        CloudEventHeaders.CONTENT_TYPE, "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    @Override
    public void close() {
        producer.close();
    }
}
