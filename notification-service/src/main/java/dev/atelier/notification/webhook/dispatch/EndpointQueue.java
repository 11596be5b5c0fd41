package dev.atelier.notification.webhook.dispatch;

import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.dispatch.DeliveryWorker.NextAction;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one endpoint that this process looks after: each at most once at a time, some at the same time, in
 * turn. An endpoint that fails gets one at a time until it answers again.
 */
final class EndpointQueue {
    private final int cap;
    private final SequencedSet<DeliveryStream> ready = new LinkedHashSet<>();
    private final Set<DeliveryStream> busy = new HashSet<>();
    private final Set<DeliveryStream> again = new HashSet<>();
    private int workers;
    private boolean sick;

    EndpointQueue(int cap) {
        this.cap = cap;
    }

    /** Notes that there may be something to send; says whether a further worker is wanted for it. */
    synchronized boolean offer(DeliveryStream stream) {
        if (busy.contains(stream)) {
            again.add(stream);
            return false;
        }
        return ready.add(stream) && wantsWorker();
    }

    /** The next stream for a worker; null where it should end. */
    synchronized @Nullable DeliveryStream next() {
        if (ready.isEmpty() || workers > allowed()) {
            workers--;
            return null;
        }
        var stream = ready.removeFirst();
        busy.add(stream);
        return stream;
    }

    /** Gives a stream back. Says whether a further worker is wanted. */
    synchronized boolean done(DeliveryStream stream, NextAction nextAction) {
        if (nextAction != NextAction.REST) {
            sick = nextAction == NextAction.FAILED;
        }
        busy.remove(stream);
        if (again.remove(stream) || nextAction == NextAction.MORE) {
            ready.add(stream);
        }
        return ready.size() > 1 && wantsWorker();
    }

    synchronized boolean idle() {
        return workers == 0 && ready.isEmpty();
    }

    private boolean wantsWorker() {
        if (workers >= allowed()) {
            return false;
        }
        workers++;
        return true;
    }

    private int allowed() {
        return sick ? 1 : cap;
    }
}
