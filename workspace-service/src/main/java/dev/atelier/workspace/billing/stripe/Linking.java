package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.id.TypedIds;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.billing.Account;
import dev.atelier.workspace.billing.Accounts;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the workspace that Stripe speaks of: by its customer; or by the reference that a manager got here for a checkout, or the id in the
 * metadata, which only the installation's own requests to Stripe set. Both link the customer with a workspace that nobody pays for.
 */
@Component
class Linking {
    private final Accounts accounts;
    private final CheckoutReferenceSigner references;
    private final Workspaces workspaces;

    Linking(Accounts accounts, CheckoutReferenceSigner references, Workspaces workspaces) {
        this.accounts = accounts;
        this.references = references;
        this.workspaces = workspaces;
    }

    /** Who pays; null where nobody is named. */
    @Nullable String customer(StripeEvent event) {
        var customer = event.text("customer");
        return customer == null || customer.length() > 255 ? null : customer;
    }

    /** Null where no workspace pays as this customer, and the event names none that may begin to. */
    @Nullable Account account(StripeEvent event, String customer) {
        var linked = accounts.ofCustomer(customer).orElse(null);
        if (linked != null) {
            return linked;
        }
        var named = workspace(event);
        return named == null || !accounts.of(named).open() ? null : accounts.link(named, customer);
    }

    private @Nullable WorkspaceId workspace(StripeEvent event) {
        var id = event.type().equals(KnownType.CHECKOUT) ? ofReference(event) : ofMetadata(event);
        if (id == null) {
            return null;
        }
        try {
            workspaces.demandThere(id);
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
            return text == null ? null : TypedIds.parse(WorkspaceId.class, text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
