package dev.atelier.workspace.billing.statement;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription stands, in the order in which a subscription usually comes to it. The order decides between statements of the
 * same second that do not say which of them came first. Source: Stripe's API reference, "The Subscription object", status.
 */
public enum SubscriptionStatus {
    INCOMPLETE(PaymentSign.INCOMPLETE),
    PAST_DUE(PaymentSign.PAST_DUE),
    TRIALING(PaymentSign.ACTIVE),
    ACTIVE(PaymentSign.ACTIVE),
    UNPAID(PaymentSign.SUSPENDED),
    PAUSED(PaymentSign.SUSPENDED),
    INCOMPLETE_EXPIRED(PaymentSign.SUSPENDED),
    CANCELED(PaymentSign.ENDED);

    private final PaymentSign sign;

    SubscriptionStatus(PaymentSign sign) {
        this.sign = sign;
    }

    PaymentSign sign() {
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
