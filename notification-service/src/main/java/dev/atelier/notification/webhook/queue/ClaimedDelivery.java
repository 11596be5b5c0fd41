package dev.atelier.notification.webhook.queue;

import dev.atelier.notification.webhook.delivery.DeliveryStream;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryId;
import java.time.Instant;
import java.util.UUID;

/**
 * A head that this process alone may send now.
 *
 * @param token of the claim; without it nothing can be noted
 * @param tries that failed before
 * @param claims how often it was claimed, this time included
 * @param noted the claim before this one whose end is known
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
    /** Claims before this one that somebody died with: it may have arrived already. */
    public long uncertain() {
        return claims - noted - 1;
    }
}
