package dev.atelier.workspace.billing.statement;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status of a subscription, in the usual order of its life. The order decides between statements of the same second
 * that do not contain which of them came first. Source: Stripe's API reference, "The Subscription object", status.
 */
public enum SubscriptionStatus {
    INCOMPLETE(PaymentOutcome.INCOMPLETE),
    PAST_DUE(PaymentOutcome.PAST_DUE),
    TRIALING(PaymentOutcome.ACTIVE),
    ACTIVE(PaymentOutcome.ACTIVE),
    UNPAID(PaymentOutcome.SUSPENDED),
    PAUSED(PaymentOutcome.SUSPENDED),
    INCOMPLETE_EXPIRED(PaymentOutcome.SUSPENDED),
    CANCELED(PaymentOutcome.ENDED);

    private final PaymentOutcome sign;

    SubscriptionStatus(PaymentOutcome sign) {
        this.sign = sign;
    }

    PaymentOutcome sign() {
        return sign;
    }

    /** Returns the status for the provider's word, for example {@code past_due}; null if it is unknown or missing. */
    public static @Nullable SubscriptionStatus of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findAny()
                .orElse(null);
    }
}
