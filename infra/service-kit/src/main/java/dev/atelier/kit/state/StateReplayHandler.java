package dev.atelier.kit.state;

import dev.atelier.kit.deadletter.DeadLetter;
import dev.atelier.kit.deadletter.ReplayHandler;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.kafka.TransientFailureClassifier.RetryableFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Replays a state's dead letter, which holds a reference only: reads the record from its topic again and applies it
 * where nothing newer is stored.
 */
final class StateReplayHandler implements ReplayHandler {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ProjectionUpdaterRegistry changes;
    private final KafkaClientFactory clients;

    StateReplayHandler(ProjectionUpdaterRegistry changes, KafkaClientFactory clients) {
        this.changes = changes;
        this.clients = clients;
    }

    @Override
    public boolean handles(String topic) {
        return changes.isProjected(topic);
    }

    @Override
    public Supplier<ReplayOutcome> prepare(DeadLetter letter) {
        var record = read(letter);
        return () -> record.map(found ->
                        changes.of(letter.topic()).reapply(found) ? ReplayOutcome.HANDLED : ReplayOutcome.SUPERSEDED)
                .orElse(ReplayOutcome.GONE);
    }

    /** Returns empty where compaction has removed the record. */
    private Optional<ConsumerRecord<String, String>> read(DeadLetter letter) {
        var partition = new TopicPartition(letter.topic(), letter.partition());
        try (var reader = clients.createConsumer()) {
            var only = Set.of(partition);
            reader.assign(only);
            var end = reader.endOffsets(only, PATIENCE).getOrDefault(partition, 0L);
            var begin = reader.beginningOffsets(only, PATIENCE).getOrDefault(partition, 0L);
            if (letter.offset() < begin || letter.offset() >= end) {
                return Optional.empty();
            }
            reader.seek(partition, letter.offset());
            for (var left = PATIENCE; left.isPositive(); left = left.minus(POLL)) {
                var polled = reader.poll(POLL).records(partition);
                if (!polled.isEmpty() || reader.position(partition, PATIENCE) > letter.offset()) {
                    return polled.stream()
                            .filter(record -> record.offset() == letter.offset())
                            .findFirst();
                }
            }
            throw new RetryableFailure(new TimeoutException("the record could not be read in time"));
        }
    }
}
