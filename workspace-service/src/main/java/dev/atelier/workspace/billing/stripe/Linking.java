package dev.atelier.workspace.billing.stripe;

import dev.atelier.events.id.TypedIds;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.web.NotFound;
import dev.atelier.workspace.billing.Account;
import dev.atelier.workspace.billing.Accounts;
import dev.atelier.workspace.workspace.Workspaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the workspace that Stripe speaks of: by its customer, or by the id that a checkout or its metadata carry, which
 * links the customer where neither is linked yet.
 */
@Component
class Linking {
    private final Accounts accounts;
    private final Workspaces workspaces;

    Linking(Accounts accounts, Workspaces workspaces) {
        this.accounts = accounts;
        this.workspaces = workspaces;
    }

    @Nullable Account account(StripeEvent event) {
        var customer = event.text("customer");
        if (customer == null || customer.length() > 255) {
            return null;
        }
        var linked = accounts.ofCustomer(customer).orElse(null);
        if (linked != null) {
            return linked;
        }
        var named = workspace(event);
        return named == null || accounts.of(named).customer() != null ? null : accounts.link(named, customer);
    }

    private @Nullable WorkspaceId workspace(StripeEvent event) {
        var text = event.type().equals(KnownType.CHECKOUT)
                ? event.text("client_reference_id")
                : StripeEvent.text(event.object().path("metadata"), "workspaceId");
        if (text == null) {
            return null;
        }
        try {
            var id = TypedIds.parse(WorkspaceId.class, text);
            workspaces.demandThere(id);
            return id;
        } catch (IllegalArgumentException | NotFound e) {
            return null;
        }
    }
}
