package dev.atelier.workspace.billing.stripe;

import java.util.Set;

/** The event types of Stripe that are handled here; all others are acknowledged and ignored. */
final class StripeEventType {
    static final String SUBSCRIPTION = "customer.subscription.";
    static final String SUBSCRIPTION_CREATED = "customer.subscription.created";
    static final String SUBSCRIPTION_DELETED = "customer.subscription.deleted";
    static final String INVOICE = "invoice.";
    static final String CHECKOUT = "checkout.session.completed";

    private static final Set<String> ALL = Set.of(
            SUBSCRIPTION_CREATED,
            "customer.subscription.updated",
            "customer.subscription.paused",
            "customer.subscription.resumed",
            SUBSCRIPTION_DELETED,
            "invoice.finalized",
            "invoice.paid",
            "invoice.payment_failed",
            "invoice.voided",
            "invoice.marked_uncollectible",
            CHECKOUT);

    private StripeEventType() {}

    static boolean isHandled(String type) {
        return ALL.contains(type);
    }
}
