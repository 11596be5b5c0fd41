package dev.atelier.kit.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Deletes published messages of a lane from the outbox in batches, because each deletion is a journalled write for
 * which the next message would wait. A crash before a deletion does no harm: the next relay asks Kafka what was
 * published.
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

    /** Returns the next messages in order, without those already published. */
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

    /** Deletes the batch if it is large enough or old enough. */
    void sweepIfDue() {
        if (published.size() >= LOT || (!published.isEmpty() && timeUntilDue().isZero())) {
            sweep();
        }
    }

    void sweep() {
        outboxLaneStore.delete(published);
        published.clear();
    }

    /** Returns how long the batch may still grow; one second where it is empty. */
    Duration timeUntilDue() {
        return published.isEmpty() ? Duration.ofSeconds(1) : Duration.ofNanos(Math.max(0, due - System.nanoTime()));
    }
}
