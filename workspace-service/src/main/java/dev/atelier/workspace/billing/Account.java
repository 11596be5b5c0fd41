package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * What links a workspace with the payment provider, and how new is what was heard of it.
 *
 * @param customer the provider's id of who pays
 * @param revision how often the customer was changed
 * @param subscription the provider's id of what is paid for
 * @param subscribedAt when the provider said the newest of the subscription, in seconds
 * @param ended whether that was its end
 * @param paidAt when the provider said the newest of payments, in seconds
 */
public record Account(
        WorkspaceId workspaceId,

        @Nullable @NotPersonal("a provider's id") String customer,

        long revision,
        @Nullable @NotPersonal("a provider's id") String subscription,
        long subscribedAt,
        boolean ended,
        long paidAt) {
    static Account of(WorkspaceId workspace) {
        return new Account(workspace, null, 0, null, 0, false, 0);
    }

    Account with(@Nullable String other) {
        return new Account(workspaceId, other, revision + 1, null, 0, false, 0);
    }

    /** Whether the provider said this of a subscription after all that is known. */
    public boolean isNews(String of, long at, boolean end) {
        if (subscription == null) {
            return true;
        }
        if (subscription.equals(of)) {
            return !ended && at >= subscribedAt;
        }
        return !end && at >= subscribedAt;
    }

    public Account heard(String of, long at, boolean end) {
        return new Account(workspaceId, customer, revision, of, at, end, Math.max(paidAt, at));
    }

    public Account paid(long at) {
        return new Account(workspaceId, customer, revision, subscription, subscribedAt, ended, Math.max(paidAt, at));
    }
}
