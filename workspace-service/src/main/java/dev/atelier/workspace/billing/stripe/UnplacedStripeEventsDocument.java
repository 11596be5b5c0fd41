package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What Stripe said of a customer that is not linked with a workspace. Both keeping an event and linking write it, so that an event which
 * arrives at the moment of linking is neither lost nor left here.
 *
 * @param customer the provider's id
 * @param at when something was kept last; after 90 days it is forgotten, longer than Stripe can send an event again
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
     * One of them.
     *
     * @param body what is read of it, as JSON
     */
    record UnplacedStripeEvent(
            @NotPersonal("a provider's id") String event,
            @NotPersonal("ids, states, amounts and prices") String body) {}
}
