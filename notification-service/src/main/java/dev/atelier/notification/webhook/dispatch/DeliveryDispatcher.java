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

/** Runs the workers that send deliveries: one virtual thread per running delivery, a limited number per endpoint. */
@OwnThread(
        "a virtual thread per running delivery; exceptions are caught for each, and the poller finds the expired claim of a thread that died")
@Component
public class DeliveryDispatcher implements SmartLifecycle, EndpointChangeListener {
    private static final Logger log = LoggerFactory.getLogger(DeliveryDispatcher.class);

    private final DeliveryWorker deliveryWorker;
    private final DeliveryTargetCache deliveryTargetCache;
    private final WebhookDeliveryStore webhookDeliveryStore;
    private final int cap;
    private final Duration stopTimeout;
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
        this.stopTimeout = settings.timeout();
    }

    /** Starts workers for these streams, which may have a delivery to send. Returns at once. */
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
            log.debug("this process is stopping; another one finds the waiting delivery", e);
        }
    }

    private void work(EndpointQueue endpointQueue) {
        for (var stream = endpointQueue.next(); stream != null; stream = endpointQueue.next()) {
            var nextAction = NextAction.FAILED;
            try {
                nextAction = isRunning() ? deliveryWorker.deliver(stream) : NextAction.REST;
            } catch (RuntimeException | Error e) {
                log.warn("a delivery to endpoint {} failed unexpectedly and is retried", stream.endpointId(), e);
            }
            if (endpointQueue.release(stream, nextAction)) {
                startWorker(endpointQueue);
            }
        }
    }

    @Override
    public void resumed(WorkspaceId workspace, WebhookEndpointId endpoint) {
        deliveryTargetCache.evict(endpoint);
        webhookDeliveryStore.clearRetryTimes(workspace, endpoint);
        wake(webhookDeliveryStore.streams(workspace, endpoint));
    }

    @Override
    public void changed(WebhookEndpointId endpoint) {
        deliveryTargetCache.evict(endpoint);
    }

    @Override
    public void deleted(WorkspaceId workspace, WebhookEndpointId endpoint) {
        deliveryTargetCache.evict(endpoint);
        lanes.remove(endpoint);
        webhookDeliveryStore.deleteAll(workspace, endpoint);
    }

    @Override
    public void start() {
        lanes.clear();
        workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("webhook-", 0).factory());
    }

    /** Waits for running deliveries, at most the timeout of one attempt. */
    @Override
    public void stop() {
        var executor = workers;
        workers = null;
        if (executor != null) {
            executor.shutdown();
            try {
                if (!executor.awaitTermination(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("some deliveries are still running; their claims will expire");
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

    /** Starts before the consumers of events and stops after them. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 10;
    }
}
