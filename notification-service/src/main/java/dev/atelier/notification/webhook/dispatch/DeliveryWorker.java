package dev.atelier.notification.webhook.dispatch;

import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.AttemptResult;
import dev.atelier.notification.webhook.delivery.DeliveryAttempt;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryStore;
import dev.atelier.notification.webhook.endpoint.DeliveryTarget;
import dev.atelier.notification.webhook.endpoint.WebhookEndpointService;
import dev.atelier.notification.webhook.queue.ClaimedDelivery;
import dev.atelier.notification.webhook.queue.DeliveryClaimStore;
import dev.atelier.notification.webhook.queue.DeliveryOutcome;
import dev.atelier.notification.webhook.queue.DeliveryResultWriter;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings the head of a stream to its endpoint, once, and notes what came of it. */
@Component
class DeliveryWorker {
    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    /** What a claim outlasts a try by: looking names up, and noting the end. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** Claims in a row that nobody came to the end of. */
    private static final int MOST_LOST = 10;

    private final DeliveryTargetCache deliveryTargetCache;
    private final WebhookEndpointService webhookEndpointService;
    private final WebhookDeliveryStore webhookDeliveryStore;
    private final DeliveryClaimStore deliveryClaimStore;
    private final DeliveryResultWriter deliveryResultWriter;
    private final WebhookSender webhookSender;
    private final DeliveryMetrics meters;
    private final Clock clock;
    private final RetrySchedule schedule;
    private final Duration lease;

    DeliveryWorker(
            DeliveryTargetCache deliveryTargetCache,
            WebhookEndpointService webhookEndpointService,
            WebhookDeliveryStore webhookDeliveryStore,
            DeliveryClaimStore deliveryClaimStore,
            DeliveryResultWriter deliveryResultWriter,
            WebhookSender webhookSender,
            DeliveryMetrics meters,
            Clock clock,
            WebhookSettings settings) {
        this.deliveryTargetCache = deliveryTargetCache;
        this.webhookEndpointService = webhookEndpointService;
        this.webhookDeliveryStore = webhookDeliveryStore;
        this.deliveryClaimStore = deliveryClaimStore;
        this.deliveryResultWriter = deliveryResultWriter;
        this.webhookSender = webhookSender;
        this.meters = meters;
        this.clock = clock;
        this.schedule = new RetrySchedule(settings.retries());
        this.lease = settings.timeout().plus(MARGIN);
    }

    /** What to do with the stream next. */
    enum NextAction {
        /** Its head arrived; another may follow. */
        MORE,
        /** Nothing to do until somebody says so. */
        REST,
        /** Its head did not arrive. */
        FAILED
    }

    NextAction deliver(DeliveryStream stream) {
        var target = deliveryTargetCache.of(stream).orElse(null);
        if (target == null) {
            webhookDeliveryStore.deleteAll(stream.workspaceId(), stream.endpointId());
            return NextAction.REST;
        }
        if (target.paused()) {
            webhookDeliveryStore.hold(stream, clock.instant());
            return NextAction.REST;
        }
        long began = System.nanoTime();
        var head = deliveryClaimStore.head(stream, lease).orElse(null);
        if (head == null || System.nanoTime() - began > MARGIN.toNanos() / 2) {
            // A claim that took so long may end before the try does: it is left to run out.
            return NextAction.REST;
        }
        return lost(target, head) ? NextAction.FAILED : send(target, head);
    }

    /** Whether so many claims ended with their process that it is held; what ends a process is not tried for ever. */
    private boolean lost(DeliveryTarget target, ClaimedDelivery head) {
        if (head.uncertain() < MOST_LOST) {
            return false;
        }
        deliveryResultWriter.note(
                head,
                DeliveryAttempt.uncertain(clock.instant()),
                head.test() ? new DeliveryOutcome.GivenUp() : new DeliveryOutcome.OnHold());
        if (!head.test()) {
            pause(target, WebhookPauseReason.FAILING);
        }
        return true;
    }

    private NextAction send(DeliveryTarget target, ClaimedDelivery head) {
        var recordedAttempt = webhookSender.send(target, head);
        meters.tried(recordedAttempt.attempt(), head);
        if (recordedAttempt.attempt().result() == AttemptResult.DELIVERED) {
            deliveryResultWriter.note(head, recordedAttempt.attempt(), new DeliveryOutcome.Delivered());
            return NextAction.MORE;
        }
        if (head.test()) {
            deliveryResultWriter.note(head, recordedAttempt.attempt(), new DeliveryOutcome.GivenUp());
            return NextAction.FAILED;
        }
        var pause = schedule.after(head.tries(), recordedAttempt.retryAfter());
        if (recordedAttempt.gone() || pause.isEmpty()) {
            deliveryResultWriter.note(head, recordedAttempt.attempt(), new DeliveryOutcome.OnHold());
            pause(target, recordedAttempt.gone() ? WebhookPauseReason.GONE : WebhookPauseReason.FAILING);
        } else {
            var next = new DeliveryOutcome.RetryLater(clock.instant().plus(pause.get()));
            deliveryResultWriter.note(head, recordedAttempt.attempt(), next);
        }
        return NextAction.FAILED;
    }

    private void pause(DeliveryTarget target, WebhookPauseReason webhookPauseReason) {
        log.info("webhook endpoint {} is paused: {}", target.id(), webhookPauseReason);
        webhookEndpointService.pause(target.workspaceId(), target.id(), webhookPauseReason);
        webhookDeliveryStore.forgetTimes(target.workspaceId(), target.id());
    }
}
