package dev.atelier.notification.webhook.delivery;

import java.time.Instant;

/**
 * A delivery that is to be queued.
 *
 * @param sequence number in the stream, from 1
 * @param body the JSON that is sent
 * @param test whether it is a test event, which is not retried and does not pause the endpoint
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
