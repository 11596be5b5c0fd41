package dev.atelier.report;

import static org.awaitility.Awaitility.await;

import dev.atelier.testkit.RealBackingServices;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads published events like another service. */
final class PublishedEventTypes {
    private PublishedEventTypes() {}

    /** Returns the types of the events about a subject, once there are two of them. */
    static List<String> about(String topic, String subject) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> read(topic, subject), types -> types.size() >= 2);
    }

    private static List<String> read(String topic, String subject) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                RealBackingServices.kafka().bootstrapServers(),
                "isolation.level",
                "read_committed");
        var types = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (header(message, "ce_subject").equals(subject)) {
                        types.add(header(message, "ce_type"));
                    }
                }
            }
        }
        return types;
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
