package dev.atelier.kit.inbox;

import dev.atelier.events.Catalogue;
import dev.atelier.events.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who hears what in this service. */
final class Handlers {
    private final Map<Class<?>, List<Handler>> byEvent;

    Handlers(Collection<EventListener> listeners) {
        var handlers = listeners.stream().flatMap(Handler::of).toList();
        this.byEvent = Catalogue.all().stream()
                .map(Catalogue.Entry::message)
                .collect(Collectors.toMap(
                        Function.identity(),
                        message -> handlers.stream()
                                .filter(handler -> handler.hears().isAssignableFrom(message))
                                .toList()));
    }

    List<Handler> of(Event event) {
        return byEvent.getOrDefault(event.getClass(), List.of());
    }

    /** Tells all who hear it. */
    void handle(Received.Fact fact) {
        of(fact.event()).forEach(handler -> handler.handle(fact.event(), fact.envelope()));
    }

    /** The topics with at least one event that is heard. */
    Set<String> topics() {
        return Catalogue.all().stream()
                .filter(entry ->
                        !byEvent.getOrDefault(entry.message(), List.of()).isEmpty())
                .map(Catalogue.Entry::topic)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
