package dev.atelier.identity;

import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.events.PublishedMessage;
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

/** Reads the committed messages of a topic, from its beginning. */
public final class TopicReader implements AutoCloseable {
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumedMessage> heard = new ArrayList<>();

    private TopicReader(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /** A message with its key and its {@code ce_sequence}. */
    public record ConsumedMessage(String key, PublishedMessage message, long sequence) {}

    public static TopicReader on(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RealBackingServices.kafka().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicReader(consumer);
    }

    /** Returns all messages of this type with the key so far, in order. */
    public <M extends PublishedMessage> List<M> all(Class<M> type, Object key) {
        return heard(type, key).stream()
                .map(ConsumedMessage::message)
                .map(type::cast)
                .toList();
    }

    public List<ConsumedMessage> heard(Class<? extends PublishedMessage> type, Object key) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            heard.add(read(record));
        }
        return heard.stream()
                .filter(one -> one.key().equals(key.toString()))
                .filter(one -> type.isInstance(one.message()))
                .toList();
    }

    private static ConsumedMessage read(ConsumerRecord<String, String> record) {
        var type =
                MessageCatalogue.ofType(header(record, "ce_type")).orElseThrow().message();
        var sequence = Long.parseLong(header(record, "ce_sequence"));
        return new ConsumedMessage(record.key(), MessageJson.read(record.value(), type), sequence);
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
