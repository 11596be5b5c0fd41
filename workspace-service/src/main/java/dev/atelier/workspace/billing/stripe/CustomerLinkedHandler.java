package dev.atelier.workspace.billing.stripe;

import dev.atelier.workspace.billing.CustomerLinked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Applies the events of a customer that arrived before it was linked with a workspace, in the transaction that links
 * them.
 */
@Component
class CustomerLinkedHandler {
    private final UnplacedStripeEventStore unplaced;
    private final StripeEventHandler stripeEventHandler;

    CustomerLinkedHandler(UnplacedStripeEventStore unplaced, StripeEventHandler stripeEventHandler) {
        this.unplaced = unplaced;
        this.stripeEventHandler = stripeEventHandler;
    }

    @EventListener
    void on(CustomerLinked linked) {
        unplaced.removeAll(linked.customer()).forEach(event -> stripeEventHandler.apply(event, linked.workspaceId()));
    }
}
