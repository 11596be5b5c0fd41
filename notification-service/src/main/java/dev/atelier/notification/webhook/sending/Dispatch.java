package dev.atelier.notification.webhook.sending;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.work.OwnThread;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.Deliveries;
import dev.atelier.notification.webhook.delivery.Stream;
import dev.atelier.notification.webhook.endpoint.Dependents;
import dev.atelier.notification.webhook.sending.Courier.Next;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends what it is woken for: a virtual thread for each delivery on its way, some for each endpoint, none shared. */
@OwnThread(
        "a thread for each delivery on its way; what one throws is caught for each, and a claim whose thread died runs out and is found by the sweep")
@Component
public class Dispatch implements SmartLifecycle, Dependents {
    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private final Courier courier;
    private final Targets targets;
    private final Deliveries deliveries;
    private final int cap;
    private final Duration patience;
    private final Map<EndpointId, Lane> lanes = new ConcurrentHashMap<>();
    private volatile @Nullable ExecutorService workers;

    Dispatch(Courier courier, Targets targets, Deliveries deliveries, WebhookSettings settings) {
        this.courier = courier;
        this.targets = targets;
        this.deliveries = deliveries;
        this.cap = settings.inFlight();
        this.patience = settings.timeout();
    }

    /** Something in these streams may be sent. Returns at once. */
    public void wake(Collection<Stream> streams) {
        streams.forEach(stream -> {
            var lane = lanes.computeIfAbsent(stream.endpointId(), endpoint -> new Lane(cap));
            if (lane.offer(stream)) {
                startWorker(lane);
            }
        });
    }

    private void startWorker(Lane lane) {
        var executor = workers;
        try {
            if (executor != null) {
                executor.execute(() -> work(lane));
            }
        } catch (RejectedExecutionException e) {
            log.debug("this process ends; the next one finds what waits", e);
        }
    }

    private void work(Lane lane) {
        for (var stream = lane.next(); stream != null; stream = lane.next()) {
            var next = Next.FAILED;
            try {
                next = isRunning() ? courier.deliver(stream) : Next.REST;
            } catch (RuntimeException | Error e) {
                log.warn("a delivery to {} could not be worked on; it is tried again", stream.endpointId(), e);
            }
            if (lane.done(stream, next)) {
                startWorker(lane);
            }
        }
    }

    @Override
    public void resumed(WorkspaceId workspace, EndpointId endpoint) {
        targets.forget(endpoint);
        deliveries.forgetTimes(workspace, endpoint);
        wake(deliveries.streams(workspace, endpoint));
    }

    @Override
    public void changed(EndpointId endpoint) {
        targets.forget(endpoint);
    }

    @Override
    public void deleted(WorkspaceId workspace, EndpointId endpoint) {
        targets.forget(endpoint);
        lanes.remove(endpoint);
        deliveries.deleteAll(workspace, endpoint);
    }

    @Override
    public void start() {
        lanes.clear();
        workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("webhook-", 0).factory());
    }

    /** Waits for what is on its way. */
    @Override
    public void stop() {
        var executor = workers;
        workers = null;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("some deliveries are left to their claims");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }

    /** Before what comes in, and stopped after it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10;
    }
}
