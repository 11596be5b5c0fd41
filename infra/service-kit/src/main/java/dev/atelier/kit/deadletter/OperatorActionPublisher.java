package dev.atelier.kit.deadletter;

import dev.atelier.events.OperatorEvent.DeadLetterDropped;
import dev.atelier.events.OperatorEvent.DeadLetterReplayed;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;

/**
 * Publishes the replays and drops of operators, in the transaction that does them; the security log consumes these
 * events.
 */
final class OperatorActionPublisher {
    private final String service;
    private final Outbox outbox;
    private final Clock clock;

    OperatorActionPublisher(String service, Outbox outbox, Clock clock) {
        this.service = service;
        this.outbox = outbox;
        this.clock = clock;
    }

    void publishReplayed(String letter, boolean handled, UserId by) {
        outbox.append(new DeadLetterReplayed(service, letter, handled, by), sequence());
    }

    void publishDropped(String letter, UserId by) {
        outbox.append(new DeadLetterDropped(service, letter, by), sequence());
    }

    /** A dead letter has no version that could be the sequence of its events, so the time is used. */
    private long sequence() {
        return clock.instant().toEpochMilli();
    }
}
