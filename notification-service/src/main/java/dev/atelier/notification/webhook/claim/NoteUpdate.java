package dev.atelier.notification.webhook.claim;

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
import dev.atelier.notification.webhook.delivery.Attempt;
import dev.atelier.notification.webhook.delivery.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** The write that notes one try: only while its claim holds. */
final class NoteUpdate {
    /** The latest tries that are kept of each delivery. */
    static final int ATTEMPTS = 12;

    private NoteUpdate() {}

    static UpdateOneModel<Document> of(
            Claimed claimed,
            Attempt attempt,
            Outcome outcome,
            Instant now,
            WebhookSettings settings,
            MongoConverter converter) {
        var attempts = new ArrayList<Attempt>();
        LongStream.range(0, claimed.uncertain()).forEach(lost -> attempts.add(Attempt.uncertain(attempt.at())));
        attempts.add(attempt);
        return new UpdateOneModel<>(
                and(
                        eq("_id", claimed.id().value()),
                        eq("workspaceId", claimed.stream().workspaceId().value()),
                        eq("claim", claimed.token())),
                combine(
                        set("noted", claimed.claims()),
                        inc("uncertain", claimed.uncertain()),
                        unset("claim"),
                        pushEach(
                                "attempts",
                                attempts.stream()
                                        .map(one -> Objects.requireNonNull(converter.convertToMongoType(one)))
                                        .toList(),
                                new PushOptions().slice(-ATTEMPTS)),
                        switch (outcome) {
                            case Outcome.Arrived() -> finish(State.DELIVERED, now, settings);
                            case Outcome.Failed() -> finish(State.FAILED, now, settings);
                            case Outcome.Again(var at) ->
                                combine(set("notBefore", at), set("tries", claimed.tries() + 1));
                            case Outcome.Held() -> combine(unset("notBefore"), set("tries", 0));
                        }));
    }

    private static Bson finish(State state, Instant now, WebhookSettings settings) {
        return combine(
                set("state", state.name()),
                set("finishedAt", now),
                set("expiresAt", now.plus(settings.logRetention())),
                unset("notBefore"));
    }
}
