package dev.atelier.notification.webhook.delivery;

import java.time.Instant;

/**
 * A new delivery.
 *
 * @param sequence its number in the stream, from 1
 * @param body the JSON that is sent
 * @param test not tried again, and no reason to pause
 */
public record NewDelivery(
        WebhookDeliveryId id,
        DeliveryStream stream,
        long sequence,
        String subject,
        String type,
        String body,
        boolean test,
        Instant createdAt) {}
