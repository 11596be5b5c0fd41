package dev.atelier.notification.webhook.queue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOneModel;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.DeliveryAttempt;
import dev.atelier.notification.webhook.delivery.DeliveryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Builds the update that stores the result of one attempt; it matches only while its claim is valid. */
final class DeliveryResultUpdate {
    /** Maximum number of attempts that are kept per delivery; the latest ones are. */
    static final int ATTEMPTS = 12;

    private DeliveryResultUpdate() {}

    static UpdateOneModel<Document> of(
            ClaimedDelivery claimedDelivery,
            DeliveryAttempt attempt,
            DeliveryOutcome outcome,
            Instant now,
            WebhookSettings settings,
            MongoConverter converter) {
        var attempts = new ArrayList<DeliveryAttempt>();
        LongStream.range(0, claimedDelivery.uncertain())
                .forEach(lost -> attempts.add(DeliveryAttempt.uncertain(attempt.attemptedAt())));
        attempts.add(attempt);
        return new UpdateOneModel<>(
                and(
                        eq("_id", claimedDelivery.id().value()),
                        eq("workspaceId", claimedDelivery.stream().workspaceId().value()),
                        eq("claim", claimedDelivery.token())),
                combine(
                        set("noted", claimedDelivery.claims()),
                        inc("uncertain", claimedDelivery.uncertain()),
                        unset("claim"),
                        pushEach(
                                "attempts",
                                attempts.stream()
                                        .map(one -> Objects.requireNonNull(converter.convertToMongoType(one)))
                                        .toList(),
                                new PushOptions().slice(-ATTEMPTS)),
                        switch (outcome) {
                            case DeliveryOutcome.Delivered() -> finish(DeliveryState.DELIVERED, now, settings);
                            case DeliveryOutcome.GivenUp() -> finish(DeliveryState.FAILED, now, settings);
                            case DeliveryOutcome.RetryLater(var at) ->
                                combine(set("notBefore", at), set("tries", claimedDelivery.tries() + 1));
                            case DeliveryOutcome.OnHold() -> combine(unset("notBefore"), set("tries", 0));
                        }));
    }

    private static Bson finish(DeliveryState state, Instant now, WebhookSettings settings) {
        return combine(
                set("state", state.name()),
                set("finishedAt", now),
                set("expiresAt", now.plus(settings.logRetention())),
                unset("notBefore"));
    }
}
