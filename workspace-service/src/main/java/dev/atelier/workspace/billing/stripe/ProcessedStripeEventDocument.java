package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A Stripe event that was applied. Stripe repeats an event for some days at most. */
@Document("stripeEvents")
@TypeAlias("stripe-event")
record ProcessedStripeEventDocument(
        @Id @NotPersonal("a provider's id") String id,
        @Indexed(expireAfter = "90d") Instant at) {}
