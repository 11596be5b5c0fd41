package dev.atelier.kit.inbox;

import dev.atelier.kit.deadletter.DeadLetterReason;
import dev.atelier.kit.deadletter.DeadLetterStore;
import dev.atelier.kit.deadletter.SubjectQueue;
import dev.atelier.kit.inbox.ReceivedRecord.ReceivedEvent;
import dev.atelier.kit.inbox.ReceivedRecord.UnknownEventType;
import dev.atelier.kit.inbox.ReceivedRecord.UnreadableRecord;
import dev.atelier.kit.kafka.TransientFailureClassifier;
import dev.atelier.kit.kafka.TransientFailureClassifier.RetryableFailure;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.observability.ConsumerTracer;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Passes the events of a poll to their handlers: up to 50 in one transaction, and each in its own transaction once one
 * of them fails, so that an event that can never be handled does not affect the others.
 */
final class EventBatchListener implements BatchMessageListener<String, String> {
    /** Limited so that a transaction stays within its maximum of three seconds. */
    private static final int TOGETHER = 50;

    private static final Logger log = LoggerFactory.getLogger(EventBatchListener.class);

    private final EventHandlerRegistry eventHandlerRegistry;
    private final InboxStore inboxStore;
    private final DeadLetterStore deadLetterStore;
    private final TransactionRunner transactionRunner;
    private final ConsumerTracer traces;
    private final InboxMetrics meters;

    EventBatchListener(
            EventHandlerRegistry eventHandlerRegistry,
            InboxStore inboxStore,
            DeadLetterStore deadLetterStore,
            TransactionRunner transactionRunner,
            ConsumerTracer traces,
            InboxMetrics meters) {
        this.eventHandlerRegistry = eventHandlerRegistry;
        this.inboxStore = inboxStore;
        this.deadLetterStore = deadLetterStore;
        this.transactionRunner = transactionRunner;
        this.traces = traces;
        this.meters = meters;
    }

    /** @throws RetryableFailure where the cause may be transient; events that were already handled stay handled */
    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records) {
        var heard = records.stream()
                .map(ReceivedRecord::of)
                .filter(this::hasHandler)
                .toList();
        for (int from = 0; from < heard.size(); from += TOGETHER) {
            deliver(heard.subList(from, Math.min(from + TOGETHER, heard.size())));
        }
    }

    private boolean hasHandler(ReceivedRecord receivedRecord) {
        return switch (receivedRecord) {
            case ReceivedEvent receivedEvent ->
                !eventHandlerRegistry.handlersOf(receivedEvent.event()).isEmpty();
            case UnreadableRecord _ -> true;
            case UnknownEventType _ -> {
                meters.unknown();
                yield false;
            }
        };
    }

    private void deliver(List<ReceivedRecord> together) {
        try {
            handle(together);
        } catch (RuntimeException | Error e) {
            if (together.size() > 1) {
                together.forEach(one -> deliver(List.of(one)));
            } else {
                handleFailure(together.getFirst(), e);
            }
        }
    }

    private void handle(List<ReceivedRecord> together) {
        var seen = seen(together);
        var fresh = together.stream().filter(one -> seen.add(one.id())).toList();
        if (!fresh.isEmpty()) {
            transactionRunner.run(() -> {
                var waiting = waiting(fresh);
                inboxStore.add(fresh.stream().map(ReceivedRecord::id).toList());
                fresh.forEach(one -> handle(one, waiting));
            });
            meters.handled(fresh.size());
        }
    }

    private void handle(ReceivedRecord one, Set<SubjectQueue> waiting) {
        switch (one) {
            case ReceivedEvent receivedEvent
            when waiting.contains(SubjectQueue.of(receivedEvent.record())) ->
                deadLetterStore.save(receivedEvent.record(), DeadLetterReason.parked());
            case ReceivedEvent receivedEvent ->
                traces.runInSpan(receivedEvent.record(), () -> eventHandlerRegistry.handle(receivedEvent));
            case UnreadableRecord broken -> throw broken.why();
            case UnknownEventType _ -> {}
        }
    }

    private void handleFailure(ReceivedRecord one, Throwable failure) {
        if (TransientFailureClassifier.isTransient(failure)) {
            throw new RetryableFailure(failure);
        }
        var record = one.record();
        var reason = DeadLetterReason.failed(failure);
        log.error(
                "The event {} at {}-{}-{} became a dead letter: {}, {}",
                one.id(),
                record.topic(),
                record.partition(),
                record.offset(),
                reason.kind(),
                reason.explanation());
        try {
            transactionRunner.run(() -> {
                inboxStore.add(List.of(one.id()));
                deadLetterStore.save(record, reason);
            });
            meters.failed();
        } catch (RuntimeException e) {
            throw new RetryableFailure(e);
        }
    }

    private Set<UUID> seen(List<ReceivedRecord> together) {
        return new HashSet<>(
                inboxStore.findSeen(together.stream().map(ReceivedRecord::id).toList()));
    }

    private Set<SubjectQueue> waiting(List<ReceivedRecord> fresh) {
        return deadLetterStore.findBlockedQueues(fresh.stream()
                .map(ReceivedRecord::record)
                .map(SubjectQueue::of)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
