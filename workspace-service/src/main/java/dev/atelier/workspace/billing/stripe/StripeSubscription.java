package dev.atelier.workspace.billing.stripe;

import dev.atelier.workspace.billing.statement.SubscriptionStatement;
import dev.atelier.workspace.billing.statement.SubscriptionStatement.Change;
import dev.atelier.workspace.billing.statement.SubscriptionStatus;
import dev.atelier.workspace.plan.Plans;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Stripe's subscriptions. */
final class StripeSubscription {
    private static final Logger LOG = LoggerFactory.getLogger(StripeSubscription.class);

    private StripeSubscription() {}

    /** Null where it has no id. */
    static @Nullable SubscriptionStatement of(StripeEvent event, Plans plans) {
        var id = event.text("id");
        if (id == null) {
            return null;
        }
        var begun = event.time("created");
        return new SubscriptionStatement(
                id,
                begun == null ? event.created() : begun.getEpochSecond(),
                event.created(),
                change(event.type()),
                plan(event, plans),
                SubscriptionStatus.of(event.text("status")),
                SubscriptionStatus.of(StripeEvent.text(event.previous(), "status")));
    }

    private static @Nullable String plan(StripeEvent event, Plans plans) {
        var prices = event.prices();
        var plan = plans.ofPrices(prices).orElse(null);
        if (plan == null && change(event.type()) != Change.DELETED) {
            LOG.warn(
                    "No plan has the prices {} of Stripe's event {}; the workspace keeps its plan.",
                    prices,
                    event.id());
        }
        return plan;
    }

    private static Change change(String type) {
        return switch (type) {
            case KnownType.SUBSCRIPTION_CREATED -> Change.CREATED;
            case KnownType.SUBSCRIPTION_DELETED -> Change.DELETED;
            default -> Change.UPDATED;
        };
    }
}
