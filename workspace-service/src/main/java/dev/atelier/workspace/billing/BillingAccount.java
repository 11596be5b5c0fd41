package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.workspace.billing.statement.ProviderStatements;
import org.jspecify.annotations.Nullable;

/**
 * Links a workspace with a customer of the payment provider, and holds the provider's statements about that customer.
 *
 * @param customer the provider's id of the customer; null if nobody pays there
 * @param revision how often the customer was changed
 * @param stated the provider's statements about this customer; null before the first
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

    /** Returns whether another customer can be linked: nobody pays, or everything that was paid for has ended. */
    public boolean canBeLinked() {
        return customer == null || statements().ended();
    }
}
