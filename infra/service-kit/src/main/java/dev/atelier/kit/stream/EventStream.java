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
 * One client's stream. Events that arrive while earlier ones are replayed wait in a queue; a client that falls
 * {@value #ROOM} events behind is disconnected and resumes with the last id it received. The reader's access is
 * checked before each event, with each heartbeat and whenever it may have changed. The stream ends when the reader's
 * token expires, at the latest.
 *
 * @param <T> one event, before it is written
 */
public final class EventStream<T> {
    private static final int ROOM = 1_000;

    /** How long a client waits before it reconnects, sent as {@code retry:}; the default of clients is the same. */
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
     * Creates a stream that sends nothing before {@link #run}.
     *
     * @param right throws where the reader may no longer read
     * @param tokenEnd when the reader's token expires
     * @param after the last id that the client received
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

    /** Returns the controller's response. */
    public SseEmitter response() {
        return emitter;
    }

    /** Queues an event. */
    public void offer(T item) {
        enqueue(new StreamSignal.StreamItem<>(item));
    }

    /** Ends the stream at once, even while it waits; the client resumes with the last id it received. */
    public void end() {
        open = false;
        waiting.offer(new StreamSignal.WakeSignal<>());
    }

    /** Checks the reader's access at once, even while the stream waits. */
    void checkAccess() {
        enqueue(new StreamSignal.WakeSignal<>());
    }

    private void enqueue(StreamSignal<T> signal) {
        if (!waiting.offer(signal)) {
            end();
        }
    }

    /**
     * Sends the earlier events and then new ones, until the last event, the end of the access or the token, or the
     * client's disconnection.
     */
    void run() {
        try {
            emitter.send(SseEmitter.event().comment("open").reconnectTime(RECONNECT.toMillis()));
            for (var item : source.missedEvents()) {
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

    /** Returns the time until the next heartbeat, or until just after the token expires. */
    private Duration pause() {
        var life = tokenLife().plusMillis(1);
        return life.compareTo(heartbeat) < 0 ? life : heartbeat;
    }

    private void send(T item) throws IOException {
        var event = source.toStreamEvent(item);
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

        /** Only wakes the stream up to check whether it may continue. */
        record WakeSignal<T>() implements StreamSignal<T> {}
    }
}
