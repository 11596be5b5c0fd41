package dev.atelier.kit.inbox;

import dev.atelier.events.MessageCatalogue;
import dev.atelier.kit.deadletter.DeadLetter;
import dev.atelier.kit.deadletter.ReplayHandler;
import dev.atelier.kit.inbox.ReceivedRecord.ReceivedEvent;
import dev.atelier.kit.inbox.ReceivedRecord.UnknownEventType;
import dev.atelier.kit.inbox.ReceivedRecord.UnreadableRecord;
import dev.atelier.kit.kafka.CloudEventHeaders.UnreadableMessage;
import dev.atelier.kit.observability.ConsumerTracer;
import java.util.function.Supplier;

/** Passes a stored event to its handlers again. The inbox already contains its id. */
final class EventReplayHandler implements ReplayHandler {
    private final EventHandlerRegistry eventHandlerRegistry;
    private final ConsumerTracer traces;

    EventReplayHandler(EventHandlerRegistry eventHandlerRegistry, ConsumerTracer traces) {
        this.eventHandlerRegistry = eventHandlerRegistry;
        this.traces = traces;
    }

    @Override
    public boolean handles(String topic) {
        return MessageCatalogue.all().stream()
                .anyMatch(entry -> !entry.state() && entry.topic().equals(topic));
    }

    @Override
    public Supplier<ReplayOutcome> prepare(DeadLetter letter) {
        var receivedRecord = ReceivedRecord.of(letter.toConsumerRecord());
        return () -> {
            switch (receivedRecord) {
                case ReceivedEvent receivedEvent ->
                    traces.runInSpan(receivedEvent.record(), () -> eventHandlerRegistry.handle(receivedEvent));
                case UnreadableRecord broken -> throw broken.why();
                case UnknownEventType unknown ->
                    throw new UnreadableMessage("this build does not know the type " + unknown.type(), null);
            }
            return ReplayOutcome.HANDLED;
        };
    }
}
