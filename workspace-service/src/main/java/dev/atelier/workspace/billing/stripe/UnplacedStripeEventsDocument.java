package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The waiting events of a customer that is linked with no workspace. Storing an event and linking both write it, so
 * that an event that arrives during linking is neither lost nor left here.
 *
 * @param customer the provider's id
 * @param at when an event was last stored; the document expires after 90 days, which is longer than Stripe repeats
 *     events
 */
@Document("stripeUnplacedEvents")
@TypeAlias("stripe-unplaced-events")
record UnplacedStripeEventsDocument(
        @Id @NotPersonal("a provider's id") String customer,
        List<UnplacedStripeEvent> events,
        @Indexed(expireAfter = "90d") Instant at) {
    UnplacedStripeEventsDocument {
        events = List.copyOf(events);
    }

    /**
     * One waiting event.
     *
     * @param body the fields that are read of it, as JSON
     */
    record UnplacedStripeEvent(
            @NotPersonal("a provider's id") String event,
            @NotPersonal("ids, states, amounts and prices") String body) {}
}
