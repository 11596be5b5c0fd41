package dev.atelier.notification.webhook.sending;

import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.claim.Overdue;
import dev.atelier.notification.webhook.delivery.Deliveries;
import dev.atelier.notification.webhook.endpoint.Endpoints;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes what nobody else does: tries whose time has come, claims that ran out, what a dead process left. */
@Component
final class Sweep implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int MOST = 1_000;

    private final Overdue overdue;
    private final Deliveries deliveries;
    private final Endpoints endpoints;
    private final Dispatch dispatch;
    private final WebhookSettings settings;
    private final Clock clock;
    private volatile @Nullable Thread thread;

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
    }

    private void run() {
        var rescanned = System.nanoTime() - settings.rescan().toNanos();
        while (isRunning()) {
            try {
                dispatch.wake(overdue.streams(clock.instant(), MOST));
                if (System.nanoTime() - rescanned >= settings.rescan().toNanos()) {
                    rescanned = System.nanoTime();
                    overdue.queues().forEach(this::rescan);
                }
            } catch (RuntimeException e) {
                log.warn("the sweep tries again", e);
            }
            pause(settings.sweep());
        }
    }

    private void rescan(Overdue.Queue queue) {
        if (endpoints.active(queue.workspaceId(), queue.endpointId())) {
            dispatch.wake(deliveries.free(queue.workspaceId(), queue.endpointId(), clock.instant()));
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("webhook-sweep").unstarted(this::run);
        thread.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
