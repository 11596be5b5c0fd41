package dev.atelier.kit.stream;

import dev.atelier.kit.problem.Refusal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One client's stream. What arrives while the past is sent waits; a client that is slower than {@value #ROOM} events is
 * disconnected and resumes with the last id it saw. The reader's right is checked before each event, with each sign of life,
 * and whenever it may have changed; the stream ends with the reader's token at the latest.
 *
 * @param <T> one event, before it is written
 */
public final class EventStream<T> {
    private static final int ROOM = 1_000;

    /** How long a client waits before it connects again; what it does by itself is the same. */
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final SseEmitter emitter = new SseEmitter(0L);
    private final StreamSource<T> source;
    private final Runnable right;
    private final Duration heartbeat;
    private final Instant tokenEnd;
    private final Clock clock;
    private final ArrayBlockingQueue<StreamSignal<T>> waiting = new ArrayBlockingQueue<>(ROOM);
    private volatile boolean open = true;
    private long sent;

    /**
     * Sends nothing before {@link #run}.
     *
     * @param right throws where the reader may not read any more
     * @param tokenEnd when the reader's token ends
     * @param after the last id that the client saw
     */
    EventStream(StreamSource<T> source, Runnable right, Duration heartbeat, Instant tokenEnd, Clock clock, long after) {
        this.source = source;
        this.right = right;
        this.heartbeat = heartbeat;
        this.tokenEnd = tokenEnd;
        this.clock = clock;
        this.sent = after;
        emitter.onCompletion(this::end);
        emitter.onError(error -> end());
    }

    /** What the controller answers with. */
    public SseEmitter answer() {
        return emitter;
    }

    /** Sends an event, in its turn. */
    public void offer(T item) {
        enqueue(new StreamSignal.StreamItem<>(item));
    }

    /** Ends it at once, also while it waits; the client resumes with the last id it saw. */
    public void end() {
        open = false;
        waiting.offer(new StreamSignal.WakeSignal<>());
    }

    /** Checks the reader's right at once, also while it waits. */
    void checkRight() {
        enqueue(new StreamSignal.WakeSignal<>());
    }

    private void enqueue(StreamSignal<T> signal) {
        if (!waiting.offer(signal)) {
            end();
        }
    }

    /** Sends the past and then what arrives, until the last event, the end of the right or the token, or the client's. */
    void run() {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(RECONNECT.toMillis()));
            for (var item : source.past()) {
                send(item);
            }
            while (open) {
                if (tokenLife().isPositive()) {
                    handle(waiting.poll(pause().toMillis(), TimeUnit.MILLISECONDS));
                } else {
                    emitter.send(SseEmitter.event()
                            .comment("the token has ended: connect again with a new one and Last-Event-ID"));
                    open = false;
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

    private void handle(@Nullable StreamSignal<T> signal) throws IOException {
        switch (signal) {
            case StreamSignal.StreamItem<T>(var item) -> send(item);
            case StreamSignal.WakeSignal<T> _ -> right.run();
            case null -> {
                right.run();
                if (tokenLife().isPositive()) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
            }
        }
    }

    private Duration tokenLife() {
        return Duration.between(clock.instant(), tokenEnd);
    }

    /** Until the next sign of life, or until just after the token's end. */
    private Duration pause() {
        var life = tokenLife().plusMillis(1);
        return life.compareTo(heartbeat) < 0 ? life : heartbeat;
    }

    private void send(T item) throws IOException {
        var event = source.event(item);
        if (!open || event.id() <= sent || !tokenLife().isPositive()) {
            return;
        }
        right.run();
        emitter.send(SseEmitter.event()
                .id(Long.toString(event.id()))
                .name(event.name())
                .data(event.json(), MediaType.APPLICATION_JSON));
        sent = event.id();
        if (event.last()) {
            open = false;
        }
    }

    private sealed interface StreamSignal<T> {
        record StreamItem<T>(T item) implements StreamSignal<T> {}

        /** Only a look at whether it is to go on. */
        record WakeSignal<T>() implements StreamSignal<T> {}
    }
}
