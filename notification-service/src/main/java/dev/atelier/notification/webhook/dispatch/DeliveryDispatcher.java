package dev.atelier.notification.webhook.dispatch;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.work.OwnThread;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryStore;
import dev.atelier.notification.webhook.dispatch.DeliveryWorker.NextAction;
import dev.atelier.notification.webhook.endpoint.EndpointChangeListener;
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
public class DeliveryDispatcher implements SmartLifecycle, EndpointChangeListener {
    private static final Logger log = LoggerFactory.getLogger(DeliveryDispatcher.class);

    private final DeliveryWorker deliveryWorker;
    private final DeliveryTargetCache deliveryTargetCache;
    private final WebhookDeliveryStore webhookDeliveryStore;
    private final int cap;
    private final Duration patience;
    private final Map<WebhookEndpointId, EndpointQueue> lanes = new ConcurrentHashMap<>();
    private volatile @Nullable ExecutorService workers;

    DeliveryDispatcher(
            DeliveryWorker deliveryWorker,
            DeliveryTargetCache deliveryTargetCache,
            WebhookDeliveryStore webhookDeliveryStore,
            WebhookSettings settings) {
        this.deliveryWorker = deliveryWorker;
        this.deliveryTargetCache = deliveryTargetCache;
        this.webhookDeliveryStore = webhookDeliveryStore;
        this.cap = settings.inFlight();
        this.patience = settings.timeout();
    }

    /** Something in these streams may be sent. Returns at once. */
    public void wake(Collection<DeliveryStream> streams) {
        streams.forEach(stream -> {
            var endpointQueue = lanes.computeIfAbsent(stream.endpointId(), endpoint -> new EndpointQueue(cap));
            if (endpointQueue.offer(stream)) {
                startWorker(endpointQueue);
            }
        });
    }

    private void startWorker(EndpointQueue endpointQueue) {
        var executor = workers;
        try {
            if (executor != null) {
                executor.execute(() -> work(endpointQueue));
            }
        } catch (RejectedExecutionException e) {
            log.debug("this process ends; the next one finds what waits", e);
        }
    }

    private void work(EndpointQueue endpointQueue) {
        for (var stream = endpointQueue.next(); stream != null; stream = endpointQueue.next()) {
            var nextAction = NextAction.FAILED;
            try {
                nextAction = isRunning() ? deliveryWorker.deliver(stream) : NextAction.REST;
            } catch (RuntimeException | Error e) {
                log.warn("a delivery to {} could not be worked on; it is tried again", stream.endpointId(), e);
            }
            if (endpointQueue.done(stream, nextAction)) {
                startWorker(endpointQueue);
            }
        }
    }

    @Override
    public void resumed(WorkspaceId workspace, WebhookEndpointId endpoint) {
        deliveryTargetCache.forget(endpoint);
        webhookDeliveryStore.forgetTimes(workspace, endpoint);
        wake(webhookDeliveryStore.streams(workspace, endpoint));
    }

    @Override
    public void changed(WebhookEndpointId endpoint) {
        deliveryTargetCache.forget(endpoint);
    }

    @Override
    public void deleted(WorkspaceId workspace, WebhookEndpointId endpoint) {
        deliveryTargetCache.forget(endpoint);
        lanes.remove(endpoint);
        webhookDeliveryStore.deleteAll(workspace, endpoint);
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
