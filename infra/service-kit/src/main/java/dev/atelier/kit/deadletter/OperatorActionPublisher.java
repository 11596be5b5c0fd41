package dev.atelier.kit.deadletter;

import dev.atelier.events.OperatorEvent.DeadLetterDropped;
import dev.atelier.events.OperatorEvent.DeadLetterReplayed;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.outbox.Outbox;
import java.time.Clock;

/** Publishes what operators did to dead letters of this service, in the transaction that does it; the security log consumes it. */
final class OperatorActionPublisher {
    private final String service;
    private final Outbox outbox;
    private final Clock clock;

    OperatorActionPublisher(String service, Outbox outbox, Clock clock) {
        this.service = service;
        this.outbox = outbox;
        this.clock = clock;
    }

    void replayed(String letter, boolean handled, UserId by) {
        outbox.append(new DeadLetterReplayed(service, letter, handled, by), sequence());
    }

    void dropped(String letter, UserId by) {
        outbox.append(new DeadLetterDropped(service, letter, by), sequence());
    }

    /** A letter has no version that would count what was done to it: time does. */
    private long sequence() {
        return clock.instant().toEpochMilli();
    }
}
