package dev.atelier.kit.outbox;

import dev.atelier.kit.kafka.CloudEventHeaders;
import dev.atelier.kit.kafka.KafkaClientFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads from Kafka which messages are already published. A relay that died between Kafka's commit and its own deletion
 * leaves published messages in the outbox; the next relay looks them up here first, so that they are not published
 * twice.
 */
final class PublishedIdReader {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final KafkaClientFactory clients;

    PublishedIdReader(KafkaClientFactory clients) {
        this.clients = clients;
    }

    /**
     * Returns the ids of the committed messages of these topics since a time.
     *
     * @throws TimeoutException where reading takes longer than 30 s
     */
    Set<String> readIds(Set<String> topics, Instant since) {
        try (var reader = clients.createConsumer()) {
            var partitions = topics.stream()
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            reader.assign(partitions);
            var ends = reader.endOffsets(partitions);
            seek(reader, ends, since);
            return read(reader, ends);
        }
    }

    private static void seek(Consumer<String, String> reader, Map<TopicPartition, Long> ends, Instant since) {
        var times = ends.keySet().stream().collect(Collectors.toMap(one -> one, one -> since.toEpochMilli()));
        var starts = reader.offsetsForTimes(times);
        ends.forEach((partition, end) -> {
            var start = starts.get(partition);
            reader.seek(partition, start == null ? end : start.offset());
        });
    }

    private static Set<String> read(Consumer<String, String> reader, Map<TopicPartition, Long> ends) {
        var ids = new HashSet<String>();
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the published messages could not be read within " + LONGEST);
            }
            for (var record : reader.poll(Duration.ofMillis(200))) {
                var id = CloudEventHeaders.header(record.headers(), CloudEventHeaders.ID);
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }
}
