package dev.atelier.workspace.billing.stripe;

import dev.atelier.workspace.billing.statement.SubscriptionStatement;
import dev.atelier.workspace.billing.statement.SubscriptionStatement.SubscriptionChange;
import dev.atelier.workspace.billing.statement.SubscriptionStatus;
import dev.atelier.workspace.plan.PlanCatalogue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads subscriptions from Stripe events. */
final class StripeSubscriptionMapper {
    private static final Logger LOG = LoggerFactory.getLogger(StripeSubscriptionMapper.class);

    private StripeSubscriptionMapper() {}

    /** Returns null if the subscription has no id. */
    static @Nullable SubscriptionStatement map(StripeEvent event, PlanCatalogue planCatalogue) {
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
                plan(event, planCatalogue),
                SubscriptionStatus.of(event.text("status")),
                SubscriptionStatus.of(StripeEvent.text(event.previous(), "status")));
    }

    private static @Nullable String plan(StripeEvent event, PlanCatalogue planCatalogue) {
        var prices = event.prices();
        var plan = planCatalogue.findByPrices(prices).orElse(null);
        if (plan == null && change(event.type()) != SubscriptionChange.DELETED) {
            LOG.warn("No plan has the prices {} of Stripe event {}; the workspace keeps its plan.", prices, event.id());
        }
        return plan;
    }

    private static SubscriptionChange change(String type) {
        return switch (type) {
            case StripeEventType.SUBSCRIPTION_CREATED -> SubscriptionChange.CREATED;
            case StripeEventType.SUBSCRIPTION_DELETED -> SubscriptionChange.DELETED;
            default -> SubscriptionChange.UPDATED;
        };
    }
}
