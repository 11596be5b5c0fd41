package dev.atelier.consistency;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the committed events of some workspaces from a topic, in order per partition. */
final class PublishedEventReader {
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;
    private final Set<String> workspaces;

    PublishedEventReader(String bootstrapServers, Set<String> workspaces) {
        this.bootstrapServers = bootstrapServers;
        this.workspaces = Set.copyOf(workspaces);
    }

    /** One event as published. */
    record RecordedEvent(String id, String type, String subject, long sequence) {}

    List<RecordedEvent> read(String topic) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class);
        try (var consumer = new KafkaConsumer<String, String>(settings)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var heard = new ArrayList<RecordedEvent>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (var message : consumer.poll(POLL)) {
                    if (workspaces.contains(header(message, "ce_workspaceid"))) {
                        heard.add(toEvent(message));
                    }
                }
            }
            return heard;
        }
    }

    private static RecordedEvent toEvent(ConsumerRecord<String, String> message) {
        return new RecordedEvent(
                header(message, "ce_id"),
                header(message, "ce_type"),
                header(message, "ce_subject"),
                Long.parseLong(header(message, "ce_sequence")));
    }

    /** Returns the header, or an empty text if it is missing. */
    private static String header(ConsumerRecord<String, String> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
