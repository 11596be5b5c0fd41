package dev.atelier.kit.inbox;

import dev.atelier.events.DomainEvent;
import dev.atelier.events.MessageCatalogue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The event handlers of this service by event type. */
final class EventHandlerRegistry {
    private final Map<Class<?>, List<EventHandlerMethod>> byEvent;

    EventHandlerRegistry(Collection<DomainEventHandler> listeners) {
        var handlers = listeners.stream().flatMap(EventHandlerMethod::of).toList();
        this.byEvent = MessageCatalogue.all().stream()
                .map(MessageCatalogue.CatalogueEntry::message)
                .collect(Collectors.toMap(
                        Function.identity(),
                        message -> handlers.stream()
                                .filter(eventHandlerMethod ->
                                        eventHandlerMethod.hears().isAssignableFrom(message))
                                .toList()));
    }

    List<EventHandlerMethod> handlersOf(DomainEvent event) {
        return byEvent.getOrDefault(event.getClass(), List.of());
    }

    /** Calls all handlers of the event. */
    void handle(ReceivedRecord.ReceivedEvent receivedEvent) {
        handlersOf(receivedEvent.event())
                .forEach(eventHandlerMethod ->
                        eventHandlerMethod.handle(receivedEvent.event(), receivedEvent.envelope()));
    }

    /** Returns the topics with at least one event that has a handler. */
    Set<String> topics() {
        return MessageCatalogue.all().stream()
                .filter(entry ->
                        !byEvent.getOrDefault(entry.message(), List.of()).isEmpty())
                .map(MessageCatalogue.CatalogueEntry::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
