package dev.atelier.notification.webhook.dispatch;

import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.dispatch.DeliveryWorker.NextAction;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one endpoint that this process works on. A stream has at most one worker at a time; several streams
 * are worked on concurrently, in turn. A failing endpoint gets one worker until it answers again.
 */
final class EndpointQueue {
    private final int cap;
    private final SequencedSet<DeliveryStream> ready = new LinkedHashSet<>();
    private final Set<DeliveryStream> busy = new HashSet<>();
    private final Set<DeliveryStream> again = new HashSet<>();
    private int workers;
    private boolean failing;

    EndpointQueue(int cap) {
        this.cap = cap;
    }

    /** Queues a stream that may have a delivery to send; returns whether to start a further worker. */
    synchronized boolean offer(DeliveryStream stream) {
        if (busy.contains(stream)) {
            again.add(stream);
            return false;
        }
        return ready.add(stream) && tryAddWorker();
    }

    /** Returns the next stream for a worker; null if the worker must end. */
    synchronized @Nullable DeliveryStream next() {
        if (ready.isEmpty() || workers > allowed()) {
            workers--;
            return null;
        }
        var stream = ready.removeFirst();
        busy.add(stream);
        return stream;
    }

    /** Releases a stream; returns whether to start a further worker. */
    synchronized boolean release(DeliveryStream stream, NextAction nextAction) {
        if (nextAction != NextAction.REST) {
            failing = nextAction == NextAction.FAILED;
        }
        busy.remove(stream);
        if (again.remove(stream) || nextAction == NextAction.MORE) {
            ready.add(stream);
        }
        return ready.size() > 1 && tryAddWorker();
    }

    synchronized boolean idle() {
        return workers == 0 && ready.isEmpty();
    }

    private boolean tryAddWorker() {
        if (workers >= allowed()) {
            return false;
        }
        workers++;
        return true;
    }

    private int allowed() {
        return failing ? 1 : cap;
    }
}
