package dev.atelier.kit.outbox;

import dev.atelier.kit.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes one lane. After every failure it begins anew: a new producer fences all earlier ones, what they had
 * published is taken out of the outbox, the rest is read again. So each message is published once and in order, whatever
 * dies when.
 */
final class LaneRelay {
    private static final Logger log = LoggerFactory.getLogger(LaneRelay.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    /** Time to abort a transaction that failed in the middle; one left open holds its readers back for a minute. */
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final String transactionalId;
    private final Waiting waiting;
    private final Published published;
    private final KafkaClients clients;
    private final RelayMeters meters;
    private final int most;
    private final Wakeup wakeup = new Wakeup();

    LaneRelay(String transactionalId, Waiting waiting, KafkaClients clients, RelayMeters meters, int most) {
        this.transactionalId = transactionalId;
        this.waiting = waiting;
        this.published = new Published(clients);
        this.clients = clients;
        this.meters = meters;
        this.most = most;
    }

    void wake() {
        wakeup.call();
    }

    /** Publishes until the tenure is over or the thread is interrupted. */
    void run(Tenure tenure) {
        while (tenure.lasts() && !Thread.currentThread().isInterrupted()) {
            try {
                relay(tenure);
            } catch (RuntimeException | Error e) {
                failed(tenure, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void relay(Tenure tenure) throws InterruptedException {
        var producer = clients.transactional(transactionalId);
        try {
            producer.initTransactions();
            waiting.backlog().ifPresent(backlog -> waiting.delete(published.ids(backlog.topics(), backlog.since())));
            var sweeping = new Sweeping(waiting);
            while (tenure.lasts()) {
                var batch = sweeping.read(most);
                if (batch.isEmpty()) {
                    wakeup.await(sweeping.untilDue());
                } else {
                    publish(producer, batch);
                    sweeping.add(batch);
                    meters.published(batch);
                }
                sweeping.sweepIfDue();
            }
            sweeping.sweep();
        } finally {
            producer.close(CLOSING);
        }
    }

    private static void publish(Producer<String, String> producer, List<Document> batch) {
        producer.beginTransaction();
        for (var message : batch) {
            var ignored = producer.send(OutgoingRecord.of(message));
        }
        producer.commitTransaction();
    }

    private void failed(Tenure tenure, Throwable failure) {
        if (fenced(failure)) {
            log.info("{} was fenced: another instance relays", transactionalId);
            tenure.end();
            return;
        }
        meters.failed();
        if (tenure.lasts()) {
            log.warn("{} begins anew", transactionalId, failure);
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
