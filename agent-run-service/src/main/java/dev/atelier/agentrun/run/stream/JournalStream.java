package dev.atelier.agentrun.run.stream;

import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.kit.web.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client that watches one run. What comes in while the past is sent waits; a client that is slower than
 * {@value #ROOM} lines is let go and comes back with the last id it saw. The reader's right is checked before each line.
 */
final class JournalStream {
    private static final int ROOM = 1_000;

    private final SseEmitter emitter;
    private final Function<Entry, String> text;
    private final Runnable right;
    private final Duration heartbeat;
    private final ArrayBlockingQueue<Optional<Entry>> waiting = new ArrayBlockingQueue<>(ROOM);
    private volatile boolean open = true;
    private long sent;

    JournalStream(SseEmitter emitter, Function<Entry, String> text, Runnable right, Duration heartbeat, long after) {
        this.emitter = emitter;
        this.text = text;
        this.right = right;
        this.heartbeat = heartbeat;
        this.sent = after;
        emitter.onCompletion(this::breakOff);
        emitter.onError(error -> breakOff());
    }

    /** Sends the past and then what comes, until the run ends or the client is gone. */
    void run(Supplier<List<Entry>> past) {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            for (var entry : past.get()) {
                send(entry);
            }
            while (open) {
                var entry = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (entry == null) {
                    right.run();
                    emitter.send(SseEmitter.event().comment("still here"));
                } else if (entry.isPresent()) {
                    send(entry.get());
                }
            }
            emitter.complete();
        } catch (Refusal | IOException | IllegalStateException e) {
            emitter.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } finally {
            open = false;
        }
    }

    private void send(Entry entry) throws IOException {
        if (!open || entry.seq() <= sent) {
            return;
        }
        right.run();
        emitter.send(SseEmitter.event()
                .id(Long.toString(entry.seq()))
                .name(Line.type(entry.what()))
                .data(text.apply(entry), MediaType.APPLICATION_JSON));
        sent = entry.seq();
        if (entry.what().last()) {
            open = false;
        }
    }

    void offer(Entry entry) {
        if (!waiting.offer(Optional.of(entry))) {
            breakOff();
        }
    }

    /** Ends it at once, also while it waits. */
    void breakOff() {
        open = false;
        waiting.offer(Optional.empty());
    }
}
