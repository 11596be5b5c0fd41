package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.workspace.billing.statement.ProviderStatements;
import org.jspecify.annotations.Nullable;

/**
 * What links a workspace with the payment provider, and what the provider said of it.
 *
 * @param customer the provider's id of who pays
 * @param revision how often the customer was changed
 * @param stated what the provider said of this customer; null before it said anything
 */
public record BillingAccount(
        WorkspaceId workspaceId,

        @Nullable @NotPersonal("a provider's id") String customer,

        long revision,
        @Nullable ProviderStatements stated) {
    static BillingAccount of(WorkspaceId workspace) {
        return new BillingAccount(workspace, null, 0, null);
    }

    BillingAccount with(@Nullable String other) {
        return new BillingAccount(workspaceId, other, revision + 1, null);
    }

    public BillingAccount with(ProviderStatements newer) {
        return new BillingAccount(workspaceId, customer, revision, newer);
    }

    public ProviderStatements statements() {
        return stated == null ? ProviderStatements.none() : stated;
    }

    /** Whether another customer may pay: nobody does, or all that was paid for has ended. */
    public boolean open() {
        return customer == null || statements().ended();
    }
}
