package dev.atelier.notification.webhook.queue;

import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryId;
import java.time.Instant;
import java.util.UUID;

/**
 * The head of a stream that only this process may send now.
 *
 * @param token token of the claim; a result is stored only with it
 * @param tries number of attempts that failed before
 * @param claims how often it was claimed, including this time
 * @param noted number of the last claim before this one whose result was stored
 */
public record ClaimedDelivery(
        WebhookDeliveryId id,
        DeliveryStream stream,
        UUID token,
        String body,
        boolean test,
        Instant createdAt,
        int tries,
        long claims,
        long noted) {
    /** Returns the number of earlier claims without a stored result; the delivery may have arrived with one of them. */
    public long uncertain() {
        return claims - noted - 1;
    }
}
