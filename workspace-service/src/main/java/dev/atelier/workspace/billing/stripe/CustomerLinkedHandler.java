package dev.atelier.workspace.billing.stripe;

import dev.atelier.workspace.billing.CustomerLinked;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets what Stripe said of a customer before it was linked with a workspace take effect, in the transaction that links them. */
@Component
class CustomerLinkedHandler {
    private final UnplacedEventStore unplaced;
    private final Hearing hearing;

    CustomerLinkedHandler(UnplacedEventStore unplaced, Hearing hearing) {
        this.unplaced = unplaced;
        this.hearing = hearing;
    }

    @EventListener
    void on(CustomerLinked linked) {
        unplaced.take(linked.customer()).forEach(event -> hearing.apply(event, linked.workspaceId()));
    }
}
