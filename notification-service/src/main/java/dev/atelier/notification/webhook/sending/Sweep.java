package dev.atelier.notification.webhook.sending;

import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.claim.Overdue;
import dev.atelier.notification.webhook.delivery.Deliveries;
import dev.atelier.notification.webhook.endpoint.Endpoints;
import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes what nobody else does: tries whose time has come, claims that ran out, what a dead process left. */
@Component
final class Sweep implements SmartLifecycle, WorkerPool {
    private static final int MOST = 1_000;

    private final Overdue overdue;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final Dispatch dispatch;
    private final WebhookSettings settings;
    private final Clock clock;
    private final WorkerThread thread = WorkerThread.virtual("webhook-sweep", this::look);
    private long rescanned;

    Sweep(
            Overdue overdue,
            Deliveries deliveries,
            Endpoints endpoints,
            Dispatch dispatch,
            WebhookSettings settings,
            Clock clock) {
        this.overdue = overdue;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.dispatch = dispatch;
        this.settings = settings;
        this.clock = clock;
        this.rescanned = System.nanoTime() - settings.rescan().toNanos();
    }

    private void look() throws InterruptedException {
        dispatch.wake(overdue.streams(clock.instant(), MOST));
        if (System.nanoTime() - rescanned >= settings.rescan().toNanos()) {
            rescanned = System.nanoTime();
            overdue.queues().forEach(this::rescan);
        }
        Thread.sleep(settings.sweep());
    }

    private void rescan(Overdue.Queue queue) {
        if (endpoints.active(queue.workspaceId(), queue.endpointId())) {
            dispatch.wake(deliveries.free(queue.workspaceId(), queue.endpointId(), clock.instant()));
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
