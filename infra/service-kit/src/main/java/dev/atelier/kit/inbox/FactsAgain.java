package dev.atelier.kit.inbox;

import dev.atelier.events.Catalogue;
import dev.atelier.kit.deadletter.DeadLetter;
import dev.atelier.kit.deadletter.SecondAttempt;
import dev.atelier.kit.inbox.Received.Fact;
import dev.atelier.kit.inbox.Received.NotReadable;
import dev.atelier.kit.inbox.Received.UnknownType;
import dev.atelier.kit.kafka.Wire.Unreadable;
import dev.atelier.kit.observability.ReceivedTrace;
import java.util.function.Supplier;

/** Brings a fact that was kept to its listeners. That it was seen has been noted already. */
final class FactsAgain implements SecondAttempt {
    private final Handlers handlers;
    private final ReceivedTrace traces;

    FactsAgain(Handlers handlers, ReceivedTrace traces) {
        this.handlers = handlers;
        this.traces = traces;
    }

    @Override
    public boolean handles(String topic) {
        return Catalogue.all().stream()
                .anyMatch(entry -> !entry.state() && entry.topic().equals(topic));
    }

    @Override
    public Supplier<Outcome> prepare(DeadLetter letter) {
        var received = Received.of(letter.record());
        return () -> {
            switch (received) {
                case Fact fact -> traces.within(fact.record(), () -> handlers.handle(fact));
                case NotReadable broken -> throw broken.why();
                case UnknownType unknown ->
                    throw new Unreadable("this build does not know the type " + unknown.type(), null);
            }
            return Outcome.HANDLED;
        };
    }
}
