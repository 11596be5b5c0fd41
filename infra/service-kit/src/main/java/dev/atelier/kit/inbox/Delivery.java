package dev.atelier.kit.inbox;

import dev.atelier.kit.deadletter.DeadLetters;
import dev.atelier.kit.deadletter.Line;
import dev.atelier.kit.deadletter.Reason;
import dev.atelier.kit.inbox.Received.Fact;
import dev.atelier.kit.inbox.Received.NotReadable;
import dev.atelier.kit.inbox.Received.UnknownType;
import dev.atelier.kit.kafka.TransientCause;
import dev.atelier.kit.kafka.TransientCause.TryAgain;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.observability.ReceivedTrace;
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
 * Brings the facts of a poll to their listeners: several in one transaction while all goes well, each in its own once
 * something fails, so that what can never work hurts nobody else.
 */
final class Delivery implements BatchMessageListener<String, String> {
    /** Small enough for the three seconds a transaction may take. */
    private static final int TOGETHER = 50;

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Handlers handlers;
    private final Inbox inbox;
    private final DeadLetters deadLetters;
    private final Transactions transactions;
    private final ReceivedTrace traces;
    private final InboxMeters meters;

    Delivery(
            Handlers handlers,
            Inbox inbox,
            DeadLetters deadLetters,
            Transactions transactions,
            ReceivedTrace traces,
            InboxMeters meters) {
        this.handlers = handlers;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
        this.traces = traces;
        this.meters = meters;
    }

    /** @throws TryAgain where the cause may pass; what was handled until then stays handled */
    @Override
    public void onMessage(List<ConsumerRecord<String, String>> records) {
        var heard = records.stream().map(Received::of).filter(this::concernsUs).toList();
        for (int from = 0; from < heard.size(); from += TOGETHER) {
            deliver(heard.subList(from, Math.min(from + TOGETHER, heard.size())));
        }
    }

    private boolean concernsUs(Received received) {
        return switch (received) {
            case Fact fact -> !handlers.of(fact.event()).isEmpty();
            case NotReadable _ -> true;
            case UnknownType _ -> {
                meters.unknown();
                yield false;
            }
        };
    }

    private void deliver(List<Received> together) {
        try {
            handle(together);
        } catch (RuntimeException | Error e) {
            if (together.size() > 1) {
                together.forEach(one -> deliver(List.of(one)));
            } else {
                settle(together.getFirst(), e);
            }
        }
    }

    private void handle(List<Received> together) {
        var seen = seen(together);
        var fresh = together.stream().filter(one -> seen.add(one.id())).toList();
        if (!fresh.isEmpty()) {
            transactions.run(() -> {
                var waiting = waiting(fresh);
                inbox.note(fresh.stream().map(Received::id).toList());
                fresh.forEach(one -> handle(one, waiting));
            });
            meters.handled(fresh.size());
        }
    }

    private void handle(Received one, Set<Line> waiting) {
        switch (one) {
            case Fact fact
            when waiting.contains(Line.of(fact.record())) -> deadLetters.keep(fact.record(), Reason.parked());
            case Fact fact -> traces.within(fact.record(), () -> handlers.handle(fact));
            case NotReadable broken -> throw broken.why();
            case UnknownType _ -> {}
        }
    }

    private void settle(Received one, Throwable failure) {
        if (TransientCause.of(failure)) {
            throw new TryAgain(failure);
        }
        var record = one.record();
        var reason = Reason.failed(failure);
        log.error(
                "{} at {}-{}-{} became a dead letter: {}, {}",
                one.id(),
                record.topic(),
                record.partition(),
                record.offset(),
                reason.kind(),
                reason.explanation());
        try {
            transactions.run(() -> {
                inbox.note(List.of(one.id()));
                deadLetters.keep(record, reason);
            });
            meters.failed();
        } catch (RuntimeException e) {
            throw new TryAgain(e);
        }
    }

    private Set<UUID> seen(List<Received> together) {
        return new HashSet<>(inbox.seen(together.stream().map(Received::id).toList()));
    }

    private Set<Line> waiting(List<Received> fresh) {
        return deadLetters.waiting(fresh.stream()
                .map(Received::record)
                .map(Line::of)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
