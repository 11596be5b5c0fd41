package dev.atelier.kit.state;

import dev.atelier.kit.deadletter.DeadLetters;
import dev.atelier.kit.deadletter.Reason;
import dev.atelier.kit.kafka.TransientCause;
import dev.atelier.kit.kafka.TransientCause.TryAgain;
import dev.atelier.kit.mongo.Transactions;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/** Brings the states of a poll into their projections: together while all goes well, else each on its own. */
final class StateDelivery implements BatchMessageListener<String, String> {
    private static final int TOGETHER = 50;
    private static final Logger log = LoggerFactory.getLogger(StateDelivery.class);

    private final ChangesByTopic changes;
    private final Positions positions;
    private final DeadLetters deadLetters;
    private final Transactions transactions;

    StateDelivery(ChangesByTopic changes, Positions positions, DeadLetters deadLetters, Transactions transactions) {
        this.changes = changes;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
    }

    /** @throws TryAgain where the cause may pass */
    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records) {
        deliver(records, positions::advance);
    }

    /** Finds who listens; called once all beans are there. */
    void prepare() {
        changes.find();
    }

    /** As delivered, but without moving on: for a rebuilding that meets what was missed. */
    void again(List<ConsumerRecord<String, String>> records) {
        deliver(records, _ -> {});
    }

    private void deliver(
            List<ConsumerRecord<String, String>> records, Consumer<List<ConsumerRecord<String, String>>> then) {
        for (int from = 0; from < records.size(); from += TOGETHER) {
            together(records.subList(from, Math.min(from + TOGETHER, records.size())), then);
        }
    }

    private void together(
            List<ConsumerRecord<String, String>> together, Consumer<List<ConsumerRecord<String, String>>> then) {
        try {
            transactions.run(() -> {
                apply(together);
                then.accept(together);
            });
        } catch (RuntimeException | Error e) {
            if (together.size() > 1) {
                together.forEach(one -> together(List.of(one), then));
            } else {
                settle(together.getFirst(), e, then);
            }
        }
    }

    private void apply(List<ConsumerRecord<String, String>> records) {
        records.stream()
                .collect(Collectors.groupingBy(ConsumerRecord::topic))
                .forEach((topic, ofTopic) -> changes.of(topic).apply(ofTopic));
    }

    private void settle(
            ConsumerRecord<String, String> record,
            Throwable failure,
            Consumer<List<ConsumerRecord<String, String>>> then) {
        if (TransientCause.of(failure)) {
            throw new TryAgain(failure);
        }
        var reason = Reason.failed(failure);
        log.error(
                "{}-{}-{} became a dead letter: {}, {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason.kind(),
                reason.explanation());
        try {
            keepWhatCanBe(record);
            transactions.run(() -> {
                deadLetters.reference(record, reason);
                then.accept(List.of(record));
            });
        } catch (RuntimeException e) {
            throw new TryAgain(e);
        }
    }

    private void keepWhatCanBe(ConsumerRecord<String, String> record) {
        try {
            transactions.run(() -> changes.of(record.topic()).applyWithoutListeners(List.of(record)));
        } catch (RuntimeException | Error e) {
            if (TransientCause.of(e)) {
                throw e;
            }
        }
    }
}
