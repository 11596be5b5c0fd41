package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One event for one endpoint. While a sender holds a claim, {@code notBefore} is when the claim expires; without a
 * claim it is when the next attempt may begin. The waiting delivery with the lowest sequence of its stream is the head,
 * and only the head is sent.
 *
 * @param stream id of the stream, made of endpoint and subject
 * @param sequence number in the stream, from 1
 * @param body what is sent, byte for byte the same in all attempts
 * @param test whether it is a test event, which is not retried and does not pause the endpoint
 * @param tries failed attempts since the first one, or since the endpoint was resumed
 * @param claims how often a sender has claimed it in total
 * @param noted number of the claim whose result was stored last; later claims without a result are uncertain
 * @param attempts the latest attempts
 * @param expiresAt when the finished delivery is deleted
 */
@Document(WebhookDeliveryStore.COLLECTION)
@TypeAlias("webhook-delivery")
@CompoundIndex(
        name = "heads",
        def = "{workspaceId: 1, endpointId: 1, stream: 1, sequence: 1}",
        partialFilter = "{state: 'WAITING'}")
@CompoundIndex(name = "log", def = "{workspaceId: 1, endpointId: 1, _id: -1}")
record WebhookDelivery(
        @Id WebhookDeliveryId id,
        WorkspaceId workspaceId,
        WebhookEndpointId endpointId,
        UUID stream,
        long sequence,
        @NotPersonal("the kind and id of a thing") String subject,
        @NotPersonal("a type of event") String type,

        @NotPersonal("an event's record, which holds no personal data")
        String body,

        boolean test,
        DeliveryState state,
        Instant createdAt,

        @Indexed(name = "due", partialFilter = "{notBefore: {$exists: true}}") @Nullable Instant notBefore,

        @Nullable UUID claim,
        int tries,
        long claims,
        long noted,
        long uncertain,
        List<DeliveryAttempt> attempts,
        @Nullable Instant finishedAt,

        @Indexed(name = "expiry", expireAfter = "0s", partialFilter = "{expiresAt: {$exists: true}}") @Nullable Instant expiresAt)
        implements WorkspaceOwned {
    WebhookDelivery {
        attempts = List.copyOf(attempts);
    }

    static WebhookDelivery of(NewDelivery newDelivery) {
        return new WebhookDelivery(
                newDelivery.id(),
                newDelivery.stream().workspaceId(),
                newDelivery.stream().endpointId(),
                newDelivery.stream().id(),
                newDelivery.sequence(),
                newDelivery.subject(),
                newDelivery.type(),
                newDelivery.body(),
                newDelivery.test(),
                DeliveryState.WAITING,
                newDelivery.createdAt(),
                null,
                null,
                0,
                0,
                0,
                0,
                List.of(),
                null,
                null);
    }
}
