package dev.atelier.kit.state;

import dev.atelier.kit.deadletter.DeadLetterReason;
import dev.atelier.kit.deadletter.DeadLetterStore;
import dev.atelier.kit.kafka.TransientFailureClassifier;
import dev.atelier.kit.kafka.TransientFailureClassifier.RetryableFailure;
import dev.atelier.kit.mongo.TransactionRunner;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/** Applies polled states to their projections: many in one transaction, and one by one after a failure. */
final class StateBatchListener implements BatchMessageListener<String, String> {
    private static final int TOGETHER = 50;
    private static final Logger log = LoggerFactory.getLogger(StateBatchListener.class);

    private final ProjectionUpdaterRegistry changes;
    private final ProjectionOffsetStore projectionOffsetStore;
    private final DeadLetterStore deadLetterStore;
    private final TransactionRunner transactionRunner;

    StateBatchListener(
            ProjectionUpdaterRegistry changes,
            ProjectionOffsetStore projectionOffsetStore,
            DeadLetterStore deadLetterStore,
            TransactionRunner transactionRunner) {
        this.changes = changes;
        this.projectionOffsetStore = projectionOffsetStore;
        this.deadLetterStore = deadLetterStore;
        this.transactionRunner = transactionRunner;
    }

    /** @throws RetryableFailure where the cause is transient */
    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records) {
        deliver(records, projectionOffsetStore::advance);
    }

    /** Assigns the handlers; called once when all beans exist. */
    void assignHandlers() {
        changes.assignHandlers();
    }

    /** Applies records without advancing the stored offsets, for a rebuild that finds states which were missed. */
    void reapply(List<ConsumerRecord<String, String>> records) {
        deliver(records, _ -> {});
    }

    private void deliver(
            List<ConsumerRecord<String, String>> records, Consumer<List<ConsumerRecord<String, String>>> then) {
        for (int from = 0; from < records.size(); from += TOGETHER) {
            applyInOneTransaction(records.subList(from, Math.min(from + TOGETHER, records.size())), then);
        }
    }

    private void applyInOneTransaction(
            List<ConsumerRecord<String, String>> together, Consumer<List<ConsumerRecord<String, String>>> then) {
        try {
            transactionRunner.run(() -> {
                apply(together);
                then.accept(together);
            });
        } catch (RuntimeException | Error e) {
            if (together.size() > 1) {
                together.forEach(one -> applyInOneTransaction(List.of(one), then));
            } else {
                handleFailure(together.getFirst(), e, then);
            }
        }
    }

    private void apply(List<ConsumerRecord<String, String>> records) {
        records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic))
                .forEach((topic, ofTopic) -> changes.of(topic).apply(ofTopic));
    }

    private void handleFailure(
            ConsumerRecord<String, String> record,
            Throwable failure,
            Consumer<List<ConsumerRecord<String, String>>> then) {
        if (TransientFailureClassifier.isTransient(failure)) {
            throw new RetryableFailure(failure);
        }
        var reason = DeadLetterReason.failed(failure);
        log.error(
                "{}-{}-{} became a dead letter: {}, {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.kind(),
                reason.explanation());
        try {
            applyWithoutHandlers(record);
            transactionRunner.run(() -> {
                deadLetterStore.saveReference(record, reason);
                then.accept(List.of(record));
            });
        } catch (RuntimeException e) {
            throw new RetryableFailure(e);
        }
    }

    private void applyWithoutHandlers(ConsumerRecord<String, String> record) {
        try {
            transactionRunner.run(() -> changes.of(record.topic()).applyWithoutHandlers(List.of(record)));
        } catch (RuntimeException | Error e) {
            if (TransientFailureClassifier.isTransient(e)) {
                throw e;
            }
        }
    }
}
