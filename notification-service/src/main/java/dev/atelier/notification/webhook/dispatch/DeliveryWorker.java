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

/** Makes one attempt to deliver the head of a stream and stores its result. */
@Component
class DeliveryWorker {
    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    /** The claim lasts longer than an attempt by this margin, for name resolution and for storing the result. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** Maximum number of consecutive claims without a stored result. */
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

    /** What the worker does with the stream next. */
    enum NextAction {
        /** The head was delivered; another delivery may follow. */
        MORE,
        /** Nothing to do until the stream is woken again. */
        REST,
        /** The head was not delivered. */
        FAILED
    }

    NextAction deliver(DeliveryStream stream) {
        var target = deliveryTargetCache.of(stream).orElse(null);
        if (target == null) {
            webhookDeliveryStore.deleteAll(stream.workspaceId(), stream.endpointId());
            return NextAction.REST;
        }
        if (target.paused()) {
            webhookDeliveryStore.clearRetryTime(stream, clock.instant());
            return NextAction.REST;
        }
        long began = System.nanoTime();
        var head = deliveryClaimStore.claimHead(stream, lease).orElse(null);
        if (head == null || System.nanoTime() - began > MARGIN.toNanos() / 2) {
            // Claiming took so long that the claim may expire before the attempt ends: it is not used and left to
            // expire.
            return NextAction.REST;
        }
        return holdIfLost(target, head) ? NextAction.FAILED : send(target, head);
    }

    /**
     * Puts the head on hold after too many claims without a result and returns whether it did: a delivery that kills
     * its process is not retried for ever.
     */
    private boolean holdIfLost(DeliveryTarget target, ClaimedDelivery head) {
        if (head.uncertain() < MOST_LOST) {
            return false;
        }
        deliveryResultWriter.storeResult(
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
        meters.recordAttempt(recordedAttempt.attempt(), head);
        if (recordedAttempt.attempt().result() == AttemptResult.DELIVERED) {
            deliveryResultWriter.storeResult(head, recordedAttempt.attempt(), new DeliveryOutcome.Delivered());
            return NextAction.MORE;
        }
        if (head.test()) {
            deliveryResultWriter.storeResult(head, recordedAttempt.attempt(), new DeliveryOutcome.GivenUp());
            return NextAction.FAILED;
        }
        var pause = schedule.after(head.tries(), recordedAttempt.retryAfter());
        if (recordedAttempt.gone() || pause.isEmpty()) {
            deliveryResultWriter.storeResult(head, recordedAttempt.attempt(), new DeliveryOutcome.OnHold());
            pause(target, recordedAttempt.gone() ? WebhookPauseReason.GONE : WebhookPauseReason.FAILING);
        } else {
            var next = new DeliveryOutcome.RetryLater(clock.instant().plus(pause.get()));
            deliveryResultWriter.storeResult(head, recordedAttempt.attempt(), next);
        }
        return NextAction.FAILED;
    }

    private void pause(DeliveryTarget target, WebhookPauseReason webhookPauseReason) {
        log.info("webhook endpoint {} is paused: {}", target.id(), webhookPauseReason);
        webhookEndpointService.pause(target.workspaceId(), target.id(), webhookPauseReason);
        webhookDeliveryStore.clearRetryTimes(target.workspaceId(), target.id());
    }
}
