package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.billing.BillingAccount;
import dev.atelier.workspace.billing.BillingAccountStore;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the workspace that a Stripe event is about. Either the customer is linked with it, or the event contains a
 * checkout reference that a manager created, or a workspace id in the metadata, which only the installation's own
 * requests to Stripe set. The last two link the customer with a workspace that nobody pays for.
 */
@Component
class StripeCustomerResolver {
    private final BillingAccountStore billingAccountStore;
    private final CheckoutReferenceSigner references;
    private final WorkspaceStore workspaceStore;

    StripeCustomerResolver(
            BillingAccountStore billingAccountStore,
            CheckoutReferenceSigner references,
            WorkspaceStore workspaceStore) {
        this.billingAccountStore = billingAccountStore;
        this.references = references;
        this.workspaceStore = workspaceStore;
    }

    /** Returns the customer who pays; null if the event contains none. */
    @Nullable String findCustomer(StripeEvent event) {
        var customer = event.text("customer");
        return customer == null || customer.length() > 255 ? null : customer;
    }

    /**
     * Returns the account of the customer, after linking it if the event allows that; null if there is no such
     * workspace.
     */
    @Nullable BillingAccount findAccount(StripeEvent event, String customer) {
        var linked = billingAccountStore.findByCustomer(customer).orElse(null);
        if (linked != null) {
            return linked;
        }
        var named = workspace(event);
        return named == null || !billingAccountStore.find(named).canBeLinked()
                ? null
                : billingAccountStore.link(named, customer);
    }

    private @Nullable WorkspaceId workspace(StripeEvent event) {
        var id = event.type().equals(StripeEventType.CHECKOUT) ? ofReference(event) : ofMetadata(event);
        if (id == null) {
            return null;
        }
        try {
            workspaceStore.requireExists(id);
            return id;
        } catch (NotFound e) {
            return null;
        }
    }

    private @Nullable WorkspaceId ofReference(StripeEvent event) {
        var text = event.text("client_reference_id");
        return text == null
                ? null
                : references.read(text, Instant.ofEpochSecond(event.created())).orElse(null);
    }

    private static @Nullable WorkspaceId ofMetadata(StripeEvent event) {
        var text = StripeEvent.text(event.object().path("metadata"), "workspaceId");
        try {
            return text == null ? null : TypedIdFactory.parse(WorkspaceId.class, text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
