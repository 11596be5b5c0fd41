package dev.atelier.workspace.billing.statement;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands, in the order in which a subscription usually comes to it. The order decides between statements of the
 * same second that do not say which of them came first. Source: Stripe's API reference, "The Subscription object", status.
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

    /** The status of that name in the provider's words, {@code past_due}; null where it is another one or none. */
    public static @Nullable SubscriptionStatus of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findAny()
                .orElse(null);
    }
}
