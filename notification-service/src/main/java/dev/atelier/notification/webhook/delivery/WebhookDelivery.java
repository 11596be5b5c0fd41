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
 * One event for one endpoint. Its sender holds a claim until {@code notBefore}; without a claim that is when it may be
 * tried again. The waiting one with the lowest sequence of its stream is the head, and the only one that is sent.
 *
 * @param stream endpoint and subject in one
 * @param sequence its number in the stream, from 1
 * @param body what is sent, byte for byte, over all tries
 * @param test not tried again, and no reason to pause
 * @param tries since the first, or since the endpoint was resumed
 * @param claims how often a sender took it, ever
 * @param noted the claim whose end was noted last; what lies between the two is uncertain
 * @param attempts the latest
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
