package dev.atelier.acceptance.badday;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes Kafka compact a topic at once, instead of within a day. */
final class TopicCompactor {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(300);

    private final String bootstrapServers;

    TopicCompactor(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns when no key that contains the text has more than one record in the topic. */
    void of(String topic, String partOfKey) throws Exception {
        compact(topic);
        await("older states are gone")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var states = new HashMap<String, List<ConsumerRecord<String, String>>>();
                    records(topic).stream()
                            .filter(one -> one.key().contains(partOfKey))
                            .forEach(one -> states.computeIfAbsent(one.key(), _ -> new ArrayList<>())
                                    .add(one));
                    // A segment is closed only when a record is written after it: the newest state again, which
                    // changes nothing.
                    republish(states.values().stream().map(List::getLast).toList());
                    return states.values().stream()
                            .allMatch(of -> of.stream()
                                            .map(ConsumerRecord::value)
                                            .distinct()
                                            .count()
                                    == 1);
                });
    }

    private void compact(String topic) throws Exception {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            set(Map.of(
                                    "segment.ms", "100",
                                    "min.cleanable.dirty.ratio", "0.001",
                                    "max.compaction.lag.ms", "100",
                                    "delete.retention.ms", "100")),
                            new ConfigResource(ConfigResource.Type.BROKER, ""),
                            set(Map.of("log.cleaner.backoff.ms", "500"))))
                    .all()
                    .get();
        }
    }

    private static Collection<AlterConfigOp> set(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value ->
                        new AlterConfigOp(new ConfigEntry(value.getKey(), value.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private List<ConsumerRecord<String, String>> records(String topic) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        try (var consumer = new KafkaConsumer<String, String>(settings)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                consumer.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    private void republish(List<ConsumerRecord<String, String>> records) {
        var settings = Map.<String, Object>of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        try (var producer = new KafkaProducer<String, String>(settings)) {
            records.forEach(one -> producer.send(
                    new ProducerRecord<>(one.topic(), one.partition(), one.key(), one.value(), one.headers())));
        }
    }
}
