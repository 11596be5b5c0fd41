package dev.atelier.kit.outbox;

import dev.atelier.kit.kafka.KafkaClientFactory;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one lane. After every failure it starts again: a new producer fences all earlier ones, the relay deletes
 * from the outbox what those had published, and reads the rest again. So each message is published once and in order,
 * whichever process fails.
 */
final class OutboxLaneRelay {
    private static final Logger log = LoggerFactory.getLogger(OutboxLaneRelay.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    /** The time to abort a transaction that failed halfway; a transaction left open blocks its readers for a minute. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final String transactionalId;
    private final OutboxLaneStore outboxLaneStore;
    private final PublishedIdReader publishedIdReader;
    private final KafkaClientFactory clients;
    private final OutboxRelayMetrics meters;
    private final int most;
    private final WakeupSignal wakeupSignal = new WakeupSignal();

    OutboxLaneRelay(
            String transactionalId,
            OutboxLaneStore outboxLaneStore,
            KafkaClientFactory clients,
            OutboxRelayMetrics meters,
            int most) {
        this.transactionalId = transactionalId;
        this.outboxLaneStore = outboxLaneStore;
        this.publishedIdReader = new PublishedIdReader(clients);
        this.clients = clients;
        this.meters = meters;
        this.most = most;
    }

    void wakeUp() {
        wakeupSignal.signal();
    }

    /** Publishes until the lease hold ends or the thread is interrupted. */
    void run(LeaseHold leaseHold) {
        while (leaseHold.isActive() && !Thread.currentThread().isInterrupted()) {
            try {
                relay(leaseHold);
            } catch (RuntimeException | Error e) {
                handleFailure(leaseHold, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void relay(LeaseHold leaseHold) throws InterruptedException {
        var producer = clients.createTransactionalProducer(transactionalId);
        try {
            producer.initTransactions();
            outboxLaneStore
                    .backlog()
                    .ifPresent(backlog ->
                            outboxLaneStore.delete(publishedIdReader.readIds(backlog.topics(), backlog.since())));
            var outboxSweeper = new OutboxSweeper(outboxLaneStore);
            while (leaseHold.isActive()) {
                var batch = outboxSweeper.read(most);
                if (batch.isEmpty()) {
                    wakeupSignal.await(outboxSweeper.timeUntilDue());
                } else {
                    publish(producer, batch);
                    outboxSweeper.add(batch);
                    meters.recordPublished(batch);
                }
                outboxSweeper.sweepIfDue();
            }
            outboxSweeper.sweep();
        } finally {
            producer.close(CLOSING);
        }
    }

    private static void publish(Producer<String, String> producer, List<Document> batch) {
        producer.beginTransaction();
        for (var message : batch) {
            var ignored = producer.send(OutboxRecordMapper.of(message));
        }
        producer.commitTransaction();
    }

    private void handleFailure(LeaseHold leaseHold, Throwable failure) {
        if (fenced(failure)) {
            log.info("{} was fenced: another instance is the relay now", transactionalId);
            leaseHold.end();
            return;
        }
        meters.recordFailure();
        if (leaseHold.isActive()) {
            log.warn("{} failed and starts again", transactionalId, failure);
            pause();
        }
    }

    private static boolean fenced(Throwable failure) {
        return failure instanceof ProducerFencedException
                || failure instanceof InvalidProducerEpochException
                || (failure.getCause() != null && fenced(failure.getCause()));
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
