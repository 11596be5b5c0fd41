package dev.atelier.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads server-sent events on its own thread. Source: HTML Living Standard, section 9.2. */
public final class SseStream implements AutoCloseable {
    private final List<SseEvent> events = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread reader;

    public SseStream(ApiClient apiClient, String path, @Nullable String lastEventId, Consumer<SseEvent> each) {
        lines = apiClient.stream(path, lastEventId);
        reader = Thread.ofVirtual().start(() -> read(each));
    }

    /** Returns the events that have arrived so far. */
    public List<SseEvent> events() {
        return List.copyOf(events);
    }

    public Optional<SseEvent> first(String name) {
        return events.stream().filter(event -> event.name().equals(name)).findFirst();
    }

    /** Whether the stream has ended. */
    public boolean hasEnded() {
        return !reader.isAlive();
    }

    private void read(Consumer<SseEvent> each) {
        var id = "";
        var name = "message";
        var data = new StringBuilder();
        try {
            for (var line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    var event = new SseEvent(id, name, JsonMapper.shared().readTree(data.toString()));
                    events.add(event);
                    each.accept(event);
                    name = "message";
                    data.setLength(0);
                }
            }
        } catch (java.io.UncheckedIOException e) {
            // The connection was closed by either side; ended() reports it.
            return;
        }
    }

    @Override
    public void close() {
        lines.close();
    }

    /** One event of the stream. */
    public record SseEvent(String id, String name, JsonNode data) {}
}
