package dev.atelier.workspace.billing.stripe;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.billing.stripe.UnplacedStripeEventsDocument.UnplacedStripeEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Stores events of customers that are not linked with a workspace yet, in the caller's transaction. */
@Component
class UnplacedStripeEventStore {
    private static final int MOST = 50;

    private final MongoTemplate mongo;
    private final Clock clock;

    UnplacedStripeEventStore(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Stores an event, once.
     *
     * @throws TooManyUnplacedEvents if the limit of the customer is reached; Stripe sends the event again
     */
    void store(StripeEvent event, String customer) {
        TransactionRunner.requireTransaction("storing an event of the payment provider");
        var kept = new ArrayList<>(findAll(customer));
        if (kept.stream().anyMatch(one -> one.event().equals(event.id()))) {
            return;
        }
        if (kept.size() >= MOST) {
            throw new TooManyUnplacedEvents();
        }
        kept.add(new UnplacedStripeEvent(event.id(), event.write()));
        mongo.save(new UnplacedStripeEventsDocument(customer, kept, clock.instant()));
    }

    /** Returns and removes all stored events of a customer. */
    List<StripeEvent> removeAll(String customer) {
        TransactionRunner.requireTransaction("taking events of the payment provider");
        var taken = findAll(customer);
        mongo.save(new UnplacedStripeEventsDocument(customer, List.of(), clock.instant()));
        return taken.stream().map(one -> StripeEvent.read(one.body())).toList();
    }

    private List<UnplacedStripeEvent> findAll(String customer) {
        var found = mongo.findById(customer, UnplacedStripeEventsDocument.class);
        return found == null ? List.of() : found.events();
    }
}
