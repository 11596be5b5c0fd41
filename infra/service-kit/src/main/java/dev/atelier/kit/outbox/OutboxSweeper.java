package dev.atelier.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * What a lane has published and not yet taken out of the outbox: it is taken out in lots, because each removal is a journalled write
 * that the next message would wait for. A crash in between costs nothing: whoever takes over asks Kafka.
 */
final class OutboxSweeper {
    private static final long PAUSE = Duration.ofMillis(100).toNanos();
    private static final int LOT = 1_000;

    private final OutboxLaneStore outboxLaneStore;
    private final Set<String> published = new LinkedHashSet<>();
    private long due;

    OutboxSweeper(OutboxLaneStore outboxLaneStore) {
        this.outboxLaneStore = outboxLaneStore;
    }

    /** The next messages in their order, without those already published. */
    List<Document> read(int most) {
        var found = new ArrayList<>(outboxLaneStore.read(most + published.size()));
        found.removeIf(message -> published.contains(message.getString("_id")));
        return found;
    }

    void add(List<Document> batch) {
        if (published.isEmpty()) {
            due = System.nanoTime() + PAUSE;
        }
        batch.forEach(message -> published.add(message.getString("_id")));
    }

    /** Takes a lot out of the outbox where it is large or old enough. */
    void sweepIfDue() {
        if (published.size() >= LOT || (!published.isEmpty() && untilDue().isZero())) {
            sweep();
        }
    }

    void sweep() {
        outboxLaneStore.delete(published);
        published.clear();
    }

    /** How long the lot may still grow; a second where there is none. */
    Duration untilDue() {
        return published.isEmpty() ? Duration.ofSeconds(1) : Duration.ofNanos(Math.max(0, due - System.nanoTime()));
    }
}
