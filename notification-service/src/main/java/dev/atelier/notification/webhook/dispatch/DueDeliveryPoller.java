package dev.atelier.notification.webhook.dispatch;

import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryStore;
import dev.atelier.notification.webhook.endpoint.WebhookEndpointService;
import dev.atelier.notification.webhook.queue.OverdueDeliveryFinder;
import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Polls for streams that nothing else wakes: due retries, expired claims and queues of crashed processes. */
@Component
final class DueDeliveryPoller implements SmartLifecycle, WorkerPool {
    private static final int MOST = 1_000;

    private final OverdueDeliveryFinder overdueDeliveryFinder;
    private final WebhookDeliveryStore webhookDeliveryStore;
    private final WebhookEndpointService webhookEndpointService;
    private final DeliveryDispatcher deliveryDispatcher;
    private final WebhookSettings settings;
    private final Clock clock;
    private final WorkerThread thread = WorkerThread.virtual("webhook-sweep", this::poll);
    private long rescanned;

    DueDeliveryPoller(
            OverdueDeliveryFinder overdueDeliveryFinder,
            WebhookDeliveryStore webhookDeliveryStore,
            WebhookEndpointService webhookEndpointService,
            DeliveryDispatcher deliveryDispatcher,
            WebhookSettings settings,
            Clock clock) {
        this.overdueDeliveryFinder = overdueDeliveryFinder;
        this.webhookDeliveryStore = webhookDeliveryStore;
        this.webhookEndpointService = webhookEndpointService;
        this.deliveryDispatcher = deliveryDispatcher;
        this.settings = settings;
        this.clock = clock;
        this.rescanned = System.nanoTime() - settings.rescan().toNanos();
    }

    private void poll() throws InterruptedException {
        deliveryDispatcher.wake(overdueDeliveryFinder.streams(clock.instant(), MOST));
        if (System.nanoTime() - rescanned >= settings.rescan().toNanos()) {
            rescanned = System.nanoTime();
            overdueDeliveryFinder.findWaitingEndpoints().forEach(this::rescan);
        }
        Thread.sleep(settings.sweep());
    }

    private void rescan(OverdueDeliveryFinder.WaitingEndpoint waitingEndpoint) {
        if (webhookEndpointService.isActive(waitingEndpoint.workspaceId(), waitingEndpoint.endpointId())) {
            deliveryDispatcher.wake(webhookDeliveryStore.findDueStreams(
                    waitingEndpoint.workspaceId(), waitingEndpoint.endpointId(), clock.instant()));
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public String name() {
        return thread.name();
    }

    @Override
    public int size() {
        return thread.size();
    }

    @Override
    public int alive() {
        return thread.alive();
    }
}
